using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Assemblies.Shell;

/// <summary>Renders components outside of the organiser's pages: without session, antiforgery cookie or layout, so that the result may be cached.</summary>
public sealed class HtmlDocuments(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The component's HTML.</summary>
    public async Task<string> RenderAsync<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value));
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(view)).ToHtmlString());
    }
}
