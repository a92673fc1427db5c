using Assemblies.Wire;
using Microsoft.AspNetCore.Identity;

namespace Assemblies.Shell.Accounts;

/// <summary>Makes organisers' accounts, signs organisers in, changes passwords.</summary>
public sealed class OrganiserAccounts(UserManager<OrganiserAccount> users, SignInManager<OrganiserAccount> signIn)
{
    public const int ShortestPassword = 12;
    private const int LongestPassword = 200;
    private const int LongestEmail = 254;

    public async Task<(OrganiserAccount? Account, IReadOnlyList<Problem> Problems)> CreateAsync(string email, string password)
    {
        var problems = PasswordProblems("password", password).ToList();
        email = email.Trim();
        if (await EmailProblemAsync(email) is { } wrong)
            problems.Insert(0, wrong);
        if (problems.Count > 0)
            return (null, problems);
        var account = new OrganiserAccount { UserName = email, Email = email };
        var result = await users.CreateAsync(account, password);
        return result.Succeeded ? (account, []) : (null, [.. result.Errors.Select(e => new Problem("email", e.Description))]);
    }

    /// <summary>What keeps this from being the address of a new account; null when nothing does.</summary>
    public async Task<Problem?> EmailProblemAsync(string email)
    {
        if (email.Length is < 3 or > LongestEmail || email.Any(char.IsControl) || email.IndexOf('@') is var at && (at < 1 || at == email.Length - 1))
            return new("email", "Give an e-mail address, for example maria@example.org.");
        return await users.FindByEmailAsync(email) is null ? null : new("email", "There is an account with this e-mail address already.");
    }

    public Task SignInAsync(OrganiserAccount account) => signIn.SignInAsync(account, isPersistent: false);

    /// <summary>False for a wrong password, an unknown address and a locked account alike: the caller learns nothing else.</summary>
    public async Task<bool> SignInAsync(string email, string password)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { } account)
        {
            // As slow as a wrong password, so that the time does not tell who has an account.
            users.PasswordHasher.HashPassword(new OrganiserAccount(), password);
            return false;
        }
        return (await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true)).Succeeded;
    }

    /// <summary>Changes the caller's password; other browsers are signed out, this one stays.</summary>
    public async Task<IReadOnlyList<Problem>> ChangePasswordAsync(OrganiserAccount account, string present, string wanted)
    {
        if (PasswordProblems("newPassword", wanted).ToList() is { Count: > 0 } problems)
            return problems;
        var result = await users.ChangePasswordAsync(account, present, wanted);
        if (!result.Succeeded)
            return [new("password", "This is not your present password.")];
        await signIn.RefreshSignInAsync(account);
        return [];
    }

    /// <summary>Sets a password without the old one and lifts a lock: only for whoever has the server's own command line.</summary>
    public async Task<IReadOnlyList<Problem>> RecoverAsync(string email, string password)
    {
        if (await users.FindByEmailAsync(email) is not { } account)
            return [new("email", "There is no account with this e-mail address.")];
        if (PasswordProblems("password", password).ToList() is { Count: > 0 } problems)
            return problems;
        await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
        await users.SetLockoutEndDateAsync(account, null);
        await users.ResetAccessFailedCountAsync(account);
        return [];
    }

    private static IEnumerable<Problem> PasswordProblems(string field, string password)
    {
        if (password.Length is < ShortestPassword or > LongestPassword)
            yield return new(field, $"Choose a password of {ShortestPassword} to {LongestPassword} characters: four unrelated words are good and easy to keep.");
    }
}
