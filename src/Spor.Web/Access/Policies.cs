using Microsoft.AspNetCore.Authorization;

namespace Spor.Web.Access;

/// <summary>The capabilities as endpoints ask for them, by name. Every endpoint asks for one, or says that anybody may come; a test walks
/// them.</summary>
public static class Policies
{
    public const string Start = nameof(Capability.Start);
    public const string Children = nameof(Capability.Children);
    public const string Figures = nameof(Capability.Figures);
    public const string Team = nameof(Capability.Team);
    public const string Import = nameof(Capability.Import);
    public const string Casework = nameof(Capability.Casework);
    public const string Leadership = nameof(Capability.Leadership);
    public const string Settings = nameof(Capability.Settings);
    public const string Coordination = nameof(Capability.Coordination);
    public const string Partnering = nameof(Capability.Partnering);
    public const string Looks = nameof(Capability.Looks);
    public const string Erasure = nameof(Capability.Erasure);
    public const string Research = nameof(Capability.Research);
    public const string Economy = nameof(Capability.Economy);
    public const string Reports = nameof(Capability.Reports);
    public const string SeeRoles = nameof(Capability.SeeRoles);
    public const string Roles = nameof(Capability.Roles);

    public static void Add(AuthorizationBuilder builder)
    {
        // An endpoint that forgot its policy, or an address that is none, is for those who read the municipality's figures; never for a
        // coordinator.
        builder.SetFallbackPolicy(For(Capability.Figures));
        foreach (var capability in Enum.GetValues<Capability>())
            builder.AddPolicy(capability.ToString(), For(capability));
        builder.Services.AddScoped<IAuthorizationHandler, ByCapability>();
    }

    static AuthorizationPolicy For(Capability capability) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Needs(capability)).Build();

    sealed record Needs(Capability Capability) : IAuthorizationRequirement;

    // Who looks is read when it is asked for: the page that says the database is down must not need it.
    sealed class ByCapability(IServiceProvider services) : AuthorizationHandler<Needs>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Needs requirement)
        {
            if (services.GetRequiredService<Viewing>().Viewer.May(requirement.Capability))
                context.Succeed(requirement);
            return Task.CompletedTask;
        }
    }
}
