namespace Assemblies.Passes;

/// <summary>Gives a pass the code that the door recognises.</summary>
internal static class PassMint
{
    /// <summary>The code of the pass's present generation, or of the first later one whose short code nobody else has.</summary>
    /// <param name="pass">Its generation is raised where needed.</param>
    /// <param name="key">What codes are derived from.</param>
    /// <param name="isTaken">Whether another pass has this short-code hash: 40 bits collide once in a great while.</param>
    public static PassCode Code(Pass pass, PassKey key, Func<byte[], bool> isTaken)
    {
        byte[] shortCodeHash;
        while (isTaken(shortCodeHash = key.ShortCodeHash(pass.AssemblyId, key.ShortCode(pass.Id, pass.Generation))))
            pass.Generation++;
        return new PassCode
        {
            TokenHash = PassKey.TokenHash(key.Token(pass.Id, pass.Generation)),
            ShortCodeHash = shortCodeHash,
            PassId = pass.Id,
            AssemblyId = pass.AssemblyId,
            Generation = pass.Generation,
        };
    }
}
