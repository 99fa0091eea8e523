namespace Spor.Bench;

static class Pages
{
    public static Task<int> Run(string url, string[] args) => throw new NotSupportedException(url + string.Join(' ', args));
}
