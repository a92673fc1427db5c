using System.Security.Cryptography;
using System.Text;

namespace Assemblies.PublicRecord.Notes;

/// <summary>Makes a signature in DER (RFC 3279, section 2.2.3) over the SHA-256 of the text: a key in memory, a smart card, a service.</summary>
public delegate byte[] SignText(ReadOnlySpan<byte> text);

/// <summary>Signs notes under one key.</summary>
/// <param name="key">The public half, under the record's origin as its name.</param>
/// <param name="sign">The private half, wherever it is kept.</param>
public sealed class NoteSigner(VerifierKey key, SignText sign)
{
    /// <summary>The key that the signatures are checked with.</summary>
    public VerifierKey Key => key;

    /// <summary>A signer whose private key is in memory.</summary>
    public static NoteSigner Of(string origin, ECDsa key) => new(
        VerifierKey.Of(origin, key), text => key.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    /// <summary>Signs a checkpoint. It is checked before it is handed out: a card or a service may sign with another key than we think.</summary>
    /// <exception cref="CryptographicException">The signature does not hold under the key.</exception>
    public SignedCheckpoint Sign(Checkpoint checkpoint)
    {
        var text = checkpoint.ToString();
        var line = new NoteSignature(key.Name, key.Id, SignStatement(Encoding.UTF8.GetBytes(text)));
        return new(new SignedNote(text, [line]), checkpoint);
    }

    internal byte[] SignStatement(ReadOnlySpan<byte> text)
    {
        var signature = sign(text);
        return key.Verifies(text, signature) ? signature : throw new CryptographicException("The signature does not hold under the record's key.");
    }
}
