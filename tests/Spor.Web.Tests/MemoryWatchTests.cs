using Spor.Web.Running;

namespace Spor.Web.Tests;

public sealed class MemoryWatchTests
{
    [Theory]
    [InlineData(500, 400, 5_000, false)]
    [InlineData(501, 400, 5_000, true)]
    [InlineData(501, 400, 999, false)]
    [InlineData(2_000, 1_950, 60_000, false)]
    public void The_old_is_collected_when_it_has_grown_and_not_all_the_time(int held, int least, int since, bool due) =>
        Assert.Equal(due, MemoryWatch.IsDue((long)held << 20, (long)least << 20, TimeSpan.FromMilliseconds(since)));
}
