using System.Security.Cryptography;
using System.Text;
using Assemblies.PublicRecord.Disclosures;
using Assemblies.PublicRecord.Notes;
using Assemblies.PublicRecord.Publication;
using Assemblies.PublicRecord.Text;

namespace Assemblies.Tests.PublicRecord;

/// <summary>What is kept outside the published files: sealed disclosures, key files, receipts.</summary>
public sealed class KeysAndReceiptsTests
{
    [Fact]
    public void Sealed_disclosures_open_only_with_their_own_key_and_at_their_own_place()
    {
        var (key, name, other) = (SubjectKey.New(), Disclosure.Make("name", "Åsa"), Disclosure.Make("name", "Bo"));
        var text = SubjectKey.Seal(key, name);
        Assert.Equal(name, SubjectKey.Open(key, name.Digest, text));
        Assert.ThrowsAny<CryptographicException>(() => SubjectKey.Open(SubjectKey.New(), name.Digest, text));
        Assert.ThrowsAny<CryptographicException>(() => SubjectKey.Open(key, other.Digest, text));
        Assert.ThrowsAny<CryptographicException>(() => SubjectKey.Open(key, name.Digest, text.AsSpan(0, 20)));
        for (var bit = 0; bit < text.Length * 8; bit++)
        {
            var flipped = text.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsAny<CryptographicException>(() => SubjectKey.Open(key, name.Digest, flipped));
        }
    }

    [Fact]
    public void A_key_file_opens_with_its_passphrase_and_says_when_it_needs_none()
    {
        using var key = KeyFile.New();
        var file = KeyFile.Write(key, "correct horse");
        Assert.Contains("BEGIN ENCRYPTED PRIVATE KEY", file, StringComparison.Ordinal);
        using var opened = KeyFile.Open(file, "correct horse");
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), opened.ExportSubjectPublicKeyInfo());
        Assert.ThrowsAny<CryptographicException>(() => KeyFile.Open(file, "wrong horse"));
        Assert.ThrowsAny<CryptographicException>(() => KeyFile.OpenForRehearsal(file));
        Assert.Throws<ArgumentException>(() => KeyFile.Write(key, " "));
        var plain = KeyFile.WriteForRehearsal(key);
        Assert.Equal((true, false), (KeyFile.IsForRehearsal(plain), KeyFile.IsForRehearsal(file)));
        using var rehearsal = KeyFile.OpenForRehearsal(plain);
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), rehearsal.ExportSubjectPublicKeyInfo());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.ThrowsAny<CryptographicException>(() => KeyFile.OpenForRehearsal(KeyFile.WriteForRehearsal(other)));
        Assert.Throws<ArgumentException>(() => VerifierKey.Of(RecordWriter.Origin, other));
    }

    [Fact]
    public void A_receipt_holds_on_its_own_and_no_changed_byte_of_it_does()
    {
        var record = Evening.Write(8);
        var receipt = Receipt.Of(record.Entries, 1, SignedCheckpoint.Parse(record.Checkpoints[^1])!);
        var text = receipt.ToString();
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra ", text, StringComparison.Ordinal);
        Assert.Equal(text, Receipt.Parse(text)!.ToString());
        Assert.True(Receipt.Parse(text)!.Holds(record.Key));
        Assert.False(receipt.Holds(RecordWriter.New().Key));
        var bytes = Encoding.UTF8.GetBytes(text);
        Parallel.For(0, bytes.Length * 8, bit =>
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(StrictText.FromUtf8(flipped) is { } changed && Receipt.Parse(changed) is { } forged && forged.Holds(record.Key), $"Bit {bit}");
        });
    }
}
