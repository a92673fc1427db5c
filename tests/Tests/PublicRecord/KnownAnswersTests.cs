using System.Text;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Entries;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Rules;
using Assemblies.PublicRecord.Text;
using Assemblies.PublicRecord.Tree;

namespace Assemblies.Tests.PublicRecord;

/// <summary>The known answers of record.md and of the standards it follows.</summary>
public sealed class KnownAnswersTests
{
    private const string Origin = "example.org/record/test";

    private const string Vkey = "example.org/record/test+5a7a78cc+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk=";
    private const string Leaf0 = """{"at":"2026-10-01T18:00:00Z","att":[],"body":{"title":"Test assembly"},"by":"clerk","log":"example.org/record/test","n":"AAAAAAAAAAAAAAAAAAAAAA","sd":[],"seq":0,"type":"log.opened","v":1}""";
    private const string Leaf1 = """{"at":"2026-10-01T18:42:07Z","att":[],"body":{"answer":"yes_with_conditions","ask":"a1","of":"mayor"},"by":"clerk","log":"example.org/record/test","n":"AQEBAQEBAQEBAQEBAQEBAQ","sd":["cymnhc7yNEWj7J2YFmQIiiwDBq7AxwlZtOKEX5akAPk"],"seq":1,"type":"answer.recorded","v":1}""";
    private const string Note = "example.org/record/test\n2\nK8yb5UYXJDx2uY6bASAqReR1fkroG5aCKxdMsD0uT3k=\n\n— example.org/record/test Wnp4zDBEAiA3Sl10INjgudpwVaOp9ySRxLyoGnDTmLRMWMIbiVvsEQIgMjkxYzOqMC+bekIJydAeKVixlp3OBAAFQPD3uGJIqig=\n";

    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_RFC_6962(int size, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.Root(Leaves.Take(size).Select(l => MerkleTree.Leaf(Convert.FromHexString(l))))));

    [Fact]
    public void A_disclosure_has_the_digest_of_RFC_9901()
    {
        Assert.Equal("uutlBuYeMDyjLLTpf6Jxi7yNkEF35jdyWMn9U7b_RYY", Disclosure.DigestOf("WyI2cU1RdlJMNWhhaiIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"));
        // Blanks and a short salt are right in RFC 9901 and not in a record, where one value has one text.
        Assert.Null(Disclosure.Parse("WyI2cU1RdlJMNWhhaiIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0"));
    }

    [Fact]
    public void Our_own_disclosure_is_made_and_read()
    {
        var disclosure = Disclosure.Make("quote", "Yes – but only for new builds.", [.. Enumerable.Range(0, 16).Select(i => (byte)i)]);
        Assert.Equal("WyJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwicXVvdGUiLCJZZXMg4oCTIGJ1dCBvbmx5IGZvciBuZXcgYnVpbGRzLiJd", disclosure.Text);
        Assert.Equal("cymnhc7yNEWj7J2YFmQIiiwDBq7AxwlZtOKEX5akAPk", disclosure.Digest);
        Assert.Equal(disclosure, Disclosure.Parse(disclosure.Text));
    }

    [Theory]
    [InlineData(Leaf0, 0, 187, "2b876ccaf35b6afefa1811dc6e5fb3d90fe94cdee51c9172f64230297081a43e")]
    [InlineData(Leaf1, 1, 268, "ab7e3a4deb4207c0e61290a0fcf6a584ebca35809db5f5423f3209a0431badfd")]
    public void Our_own_leaves_are_canonical_and_hash_as_they_should(string leaf, int seq, int length, string hash)
    {
        var bytes = Encoding.UTF8.GetBytes(leaf);
        Assert.Equal(length, bytes.Length);
        Assert.Equal(hash, Convert.ToHexStringLower(MerkleTree.Leaf(bytes)));
        Assert.Null(Entry.Read(bytes, Origin, seq, out var entry));
        Assert.Equal(seq, entry!.Seq);
        Assert.True(StrictJson.TryRead(bytes, out var value));
        Assert.Equal(bytes, CanonicalJson.Write(value));
    }

    [Fact]
    public void Our_own_first_leaf_is_what_a_draft_writes()
    {
        var draft = new EntryDraft(new LogOpened("Test assembly"), "clerk", new(2026, 10, 1, 18, 0, 0, TimeSpan.Zero)) { Nonce = new byte[16] };
        Assert.Equal(Leaf0, Encoding.UTF8.GetString(draft.Write(Origin, 0, StrictText.ToInstant(draft.At))));
    }

    [Fact]
    public void Our_own_note_verifies_under_our_own_key()
    {
        var key = VerifierKey.Parse(Vkey)!;
        Assert.Equal((Origin, "5a7a78cc", Vkey), (key.Name, Convert.ToHexStringLower(key.Id), key.ToString()));
        var note = SignedCheckpoint.Parse(Note)!;
        Assert.Equal(201, Encoding.UTF8.GetByteCount(Note));
        Assert.Equal(NoteTrust.Holds, note.Note.TrustUnder(key));
        Assert.Equal(2, note.Checkpoint.Size);
        Assert.Equal("2bcc9be54617243c76b98e9b01202a45e4757e4ae81b96822b174cb03d2e4f79", Convert.ToHexStringLower(note.Checkpoint.Root));
        Assert.Equal(note.Checkpoint.Root, MerkleTree.Root([MerkleTree.Leaf(Encoding.UTF8.GetBytes(Leaf0)), MerkleTree.Leaf(Encoding.UTF8.GetBytes(Leaf1))]));
        Assert.Equal(Note, note.ToString());
    }

    [Fact]
    public void A_seal_is_the_first_130_bits_of_the_hash_of_the_checkpoint_in_base32()
    {
        var seal = ReadAloudSeal.Of(SignedCheckpoint.Parse(Note)!.Checkpoint);
        // printf of the three lines | sha256sum | xxd -r -p | base32
        Assert.Equal("IPFWK 2FX6Q ZZ7DW UYIF2 G3WUYE", seal);
        Assert.Equal(seal.Replace(" ", "", StringComparison.Ordinal), ReadAloudSeal.Tidy($" {seal.ToLowerInvariant().Replace('o', '0')} \n"));
        Assert.Null(ReadAloudSeal.Tidy(seal[..^1]));
    }

    [Theory]
    [InlineData("example.org/record/test+5a7a78cc+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpl=")]
    [InlineData("example.org/record/test+5a7a78cd+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk=")]
    [InlineData("exa mple.org+5a7a78cc+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGD+1LolWp0xyWHrdMY1bWjASbiSO2H6bOZpYi5g8p+2eQP+EAi4vJmkGunpVii8ZPLxsgwtfp9Rd6PClNRGIpk=")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("")]
    public void A_key_of_another_form_is_none(string key) => Assert.Null(VerifierKey.Parse(key));

    [Theory]
    [InlineData("answer.recorded", "yes_with_conditions", true), InlineData("status.assessed", "kept_late", true), InlineData("answer.recorded", "maybe", false)]
    public void The_table_of_entry_types_knows_its_codes(string type, string code, bool known) =>
        Assert.Equal(known, EntryTypes.All[type].Cases.ContainsKey(code));
}
