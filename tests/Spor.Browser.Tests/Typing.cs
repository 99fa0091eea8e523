using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Spor.Browser.Tests;

/// <summary>What somebody does at a form: types, presses, reads what is missing.</summary>
static class Typing
{
    /// <summary>Types as a person would: into fields, choices and lists, by the field's name.</summary>
    public static async Task Fill(IPage page, params (string Field, string Value)[] values)
    {
        foreach (var (field, value) in values)
        {
            var control = page.Locator($"form.form-x [name=\"{field}\"]:not([type=hidden])");
            Assert.True(await control.CountAsync() > 0, $"{page.Url} has no field {field}");
            // What is folded is opened first, as a person does.
            foreach (var fold in await control.First.Locator("xpath=ancestor::details[not(@open)]/summary").AllAsync())
                await fold.ClickAsync();
            var kind = await control.First.EvaluateAsync<string>("e => e.tagName + ':' + e.type");
            if (kind.StartsWith("SELECT", StringComparison.Ordinal))
                await control.First.SelectOptionAsync(value);
            else if (kind is "INPUT:radio" or "INPUT:checkbox")
                await page.Locator($"form.form-x [name=\"{field}\"][value=\"{value}\"]").CheckAsync(new() { Force = true });
            else
                await control.First.FillAsync(value);
        }
    }

    /// <summary>Presses the form's button; the answer must be that it is saved.</summary>
    public static async Task Save(IPage page, string? button = null)
    {
        await Press(page, button);
        Assert.True(
            await page.Locator("#fejl").CountAsync() == 0,
            $"{page.Url}: {(await page.Locator("#fejl").CountAsync() > 0 ? await page.Locator("#fejl").InnerTextAsync() : "")}"
        );
        Assert.Equal(1, await page.Locator(".notice.ok[role=status]").CountAsync());
    }

    public static async Task Press(IPage page, string? button)
    {
        var pressed = button is null
            ? page.Locator("form.form-x button.button-primary").Last
            : page.Locator($"form.form-x button:not([aria-hidden]):has-text(\"{button}\")").Last;
        // The answer may stand at the same address, so the page before is marked.
        await page.EvaluateAsync("() => { document.documentElement.dataset.before = 'yes'; }");
        await pressed.ClickAsync();
        await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses the button and is refused; what is missing is read.</summary>
    public static async Task<string> Refused(IPage page, string? button = null)
    {
        await Press(page, button);
        return await page.Locator("#fejl").InnerTextAsync();
    }

    public static async Task<string> Link(IPage page, string url, string like)
    {
        await page.GotoAsync(url);
        var hrefs = await page.Locator("main a").EvaluateAllAsync<string[]>("e => e.map(a => a.getAttribute('href'))");
        var rule = new Regex(like);
        return hrefs.FirstOrDefault(h => h is not null && rule.IsMatch(h))
            ?? throw new Xunit.Sdk.XunitException($"{url} leads nowhere like {like}");
    }
}
