using NodaTime;

namespace Assemblies.Shell.Accounts;

/// <summary>An organiser who has an account.</summary>
/// <param name="Id">Also the actor in the journal.</param>
/// <param name="Email">The address they sign in with.</param>
public sealed record OrganiserSummary(Guid Id, string Email);

/// <summary>Invites somebody to become an organiser; an earlier invitation of the address stops working.</summary>
/// <param name="Email">Their e-mail address. Nothing is sent to it.</param>
public sealed record InviteOrganiserCommand(string? Email);

/// <summary>An open invitation as it is listed: everything but the link.</summary>
/// <param name="Id">For revoking it.</param>
/// <param name="Email">Whom it is for.</param>
/// <param name="InvitedBy">The address of the organiser who invited.</param>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record InvitationSummary(Guid Id, string Email, string InvitedBy, Instant ExpiresAt);

/// <summary>An invitation just made.</summary>
/// <param name="Id">For revoking it.</param>
/// <param name="Email">Whom it is for.</param>
/// <param name="Link">Makes the account, once; it is shown nowhere else.</param>
/// <param name="ExpiresAt">When it stops working.</param>
public sealed record NewInvitation(Guid Id, string Email, string Link, Instant ExpiresAt);
