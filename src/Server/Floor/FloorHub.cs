using Assemblies.Agenda.Evening;
using Assemblies.Asks;
using Assemblies.Devices;
using Assemblies.Displays;
using Assemblies.Displays.Direction;
using Assemblies.Record;
using Assemblies.Shell;
using Assemblies.Testimony;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Assemblies.Floor;

/// <summary>The floor's hub at <c>/live/floor</c>: each method authorises, calls its feature, returns the reply.</summary>
[Authorize(Roles = Access.Floor)]
public sealed class FloorHub(AnswerBook answers, StageDirection stage, EveningBook evening) : Hub
{
    private Data.Actor Who => Context.User!.Actor();

    private Guid Assembly => Context.User!.BoundAssembly()!.Value;

    /// <summary>An ask is read to one power-holder or several.</summary>
    [Authorize(Roles = Access.Putting)]
    public Task<FloorReply> Put(PutCommand command) => answers.PutAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>The scribe writes an answer down.</summary>
    [Authorize(Roles = Access.Scribe)]
    public Task<FloorReply> Record(RecordCommand command) => answers.RecordAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>The chair rules on a recorded answer.</summary>
    [Authorize(Roles = Access.Chair)]
    public Task<FloorReply> Rule(RuleCommand command) => answers.RuleAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>Confirmed answers are shown to the hall.</summary>
    [Authorize(Roles = Access.Chair)]
    public Task<FloorReply> Reveal(RevealCommand command) => answers.RevealAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>A revealed answer is read back, objected to or acknowledged.</summary>
    [Authorize(Roles = Access.Putting)]
    public Task<FloorReply> ReadBack(ReadBackCommand command) => answers.ReadBackAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>The projector changes its scene.</summary>
    [Authorize(Roles = Access.Showing)]
    public Task<FloorReply> Show(ShowCommand command) => stage.ShowAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>One screen or several are frozen, blanked, named …</summary>
    [Authorize(Roles = Access.Showing)]
    public Task<FloorReply> Direct(DirectCommand command, [FromServices] ScreenBook screens) => screens.DirectAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>How the hall would look with a scene. Changes nothing.</summary>
    [Authorize(Roles = Access.Showing)]
    public Task<PreviewReply> Preview(PreviewQuery query, [FromServices] ScenePreview preview) => preview.ReadAsync(Assembly, query, CancellationToken.None);

    /// <summary>A step of the evening: advance, add time, start a clock, call an institution …</summary>
    [Authorize(Roles = Access.Running)]
    public Task<FloorReply> Run(RunCommand command) => evening.RunAsync(Who, Context.User!.DeviceRole(), Assembly, command, CancellationToken.None);

    /// <summary>How time could be won back. Changes nothing.</summary>
    [Authorize(Roles = Access.Running)]
    public Task<WinBackReply> WinBack(WinBackQuery query) => evening.WinBackAsync(Assembly, query, CancellationToken.None);

    /// <summary>A speaker arrived, was briefed, has the microphone, or is missing.</summary>
    [Authorize(Roles = Access.Receiving)]
    public Task<FloorReply> Ready(ReadyCommand command, [FromServices] ReadinessBook readiness) => readiness.ReadyAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>Who speaks when is changed.</summary>
    [Authorize(Roles = Access.Receiving)]
    public Task<FloorReply> Schedule(ScheduleCommand command, [FromServices] ScheduleBook schedule) => schedule.ScheduleAsync(Who, Assembly, command, CancellationToken.None);

    /// <summary>A power-holder came, left, sent somebody, or did not come.</summary>
    [Authorize(Roles = Access.Receiving)]
    public Task<FloorReply> Present(PresenceCommand command, [FromServices] PresenceBook presence) => presence.PresentAsync(Who, Assembly, command, CancellationToken.None);
}
