using Microsoft.AspNetCore.Components;
using Spor.Kernel;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Frame.Fields;

/// <summary>What every field of a form has: its name, which is the command's property, its label and hint, and what is wrong with
/// it.</summary>
public abstract class Field : ComponentBase
{
    [CascadingParameter]
    public FormState State { get; set; } = null!;

    /// <summary>The command's property.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool Optional { get; set; }

    /// <summary>Set by a form that shares its page with another, so that no id stands twice.</summary>
    [CascadingParameter(Name = "Prefix")]
    public string? Prefix { get; set; }

    protected string Id => Prefix is null ? "felt-" + Name : $"felt-{Prefix}-{Name}";
    protected string Value => State.Value(Name);
    protected IEnumerable<Refusal> Wrongs => State.Refusals.Where(r => r.Field == Name);
    protected bool IsWrong => State.Wrong(Name);
    protected string? Meanwhile => State.Meanwhile.GetValueOrDefault(Name);

    /// <summary>The ids of what describes the field, for a screen reader.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(
                ' ',
                new[]
                {
                    Hint is null ? null : Id + "-hint",
                    IsWrong ? Id + "-fejl" : null,
                    Meanwhile is null ? null : Id + "-imens",
                }.OfType<string>()
            );
            return ids.Length == 0 ? null : ids;
        }
    }
}
