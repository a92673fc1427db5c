using System.Net;
using Assemblies.Rehearsal;

namespace Assemblies.Tests.Rehearsal;

public sealed class ListeningAddressTests
{
    private static readonly IPAddress Own = IPAddress.Parse("192.168.1.20");

    [Theory]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000")]
    public void A_rehearsal_on_this_computer_alone_sends_no_phone_to_itself(string bound) =>
        Assert.Null(new ListeningAddress(bound).InNetworkOf(Own));

    [Theory]
    [InlineData("http://0.0.0.0:5000")]
    [InlineData("http://[::]:5000")]
    public void A_rehearsal_open_to_the_network_gives_phones_the_address_they_can_reach(string bound)
    {
        var address = new ListeningAddress(bound);

        Assert.Equal(new Uri("http://localhost:5000/"), address.OnThisComputer);
        Assert.Equal(new Uri("http://192.168.1.20:5000/"), address.InNetworkOf(Own));
        Assert.Null(address.InNetworkOf(null));
    }
}
