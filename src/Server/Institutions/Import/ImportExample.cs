using System.Text;
using Assemblies.Shell;

namespace Assemblies.Institutions.Import;

/// <summary>A file to begin with.</summary>
internal static class ImportExample
{
    public const string Address = "/import-example.csv";

    // With a mark, because spreadsheet programs read UTF-8 without one as something older.
    private const string Text = "\uFEFFInstitution,Chapter,Kind,Membership,Pledge,Goal,Captain,Person,Pronunciation\r\n"
        + "\"St Mary's, Eltham\",South,Church,member,40,50,Ruth Amoah,,ELT-um\r\n"
        + "\"St Mary's, Eltham\",,,,,,,Daniel Cole,\r\n"
        + "\"St Mary's, Eltham\",,,,,,,Zoë Martin,\r\n"
        + "East London Mosque,East,Mosque,member,120,150,Yusuf Khan,,\r\n"
        + "Teachers' Union,,Union,visiting,15,,,,\r\n";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(Address, () => TypedResults.File(Encoding.UTF8.GetBytes(Text), "text/csv; charset=utf-8", "example.csv"))
        .For(Access.Organiser).ExcludeFromDescription();
}
