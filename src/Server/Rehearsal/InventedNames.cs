namespace Assemblies.Rehearsal;

/// <summary>Invented institutions and people. Any likeness to real ones is chance.</summary>
internal static class InventedNames
{
    public static readonly (string Name, string Kind)[] Institutions =
    [
        ("St Brannoc's Church", "church"), ("Al-Hikma Mosque", "mosque"), ("Riverside Methodist Church", "church"), ("Our Lady of the Docks", "church"),
        ("Harbour Primary School", "school"), ("Transport Workers Branch 12", "union"), ("Beth Shalom Synagogue", "synagogue"), ("Kingsmead Academy", "school"),
        ("Holy Cross, Eastgate", "church"), ("Noor-ul-Islam Centre", "mosque"), ("Care Workers United", "union"), ("St Wilfrid's, Upper Town", "church"),
        ("Eastgate Tenants' Network", "charity"), ("Redeemed Life Assembly", "church"), ("Guru Tegh Temple", "gurdwara"), ("Millbrook Sixth Form", "school"),
        ("Northfield Baptist Church", "church"), ("Somali Women's Circle", "charity"), ("Cleaners' Union, City Branch", "union"), ("St Aelred's Parish", "church"),
        ("Westway Community School", "school"), ("Shree Krishna Mandir", "temple"), ("New Dawn Pentecostal", "church"), ("Teachers' Association, South", "union"),
        ("Migrant Welcome Project", "charity"), ("St Hild's College", "school"), ("All Saints, Quayside", "church"), ("Fatima House", "charity"),
        ("Hilltop United Reformed", "church"), ("Masjid Bilal", "mosque"), ("Students' Union, Riverside", "union"), ("The Ark Food Bank", "charity"),
        ("St Columba's, Northfield", "church"), ("Parkway Primary School", "school"), ("Zion Chapel", "church"), ("Health Workers Branch 7", "union"),
        ("Ebenezer Congregation", "church"), ("Latin American House", "charity"), ("Grace Community Church", "church"), ("Eastgate Sixth Form", "school"),
        ("Quaker Meeting, Old Town", "church"), ("Iqra Girls' School", "school"), ("Retired Members' Branch", "union"), ("Sacred Heart, Millbrook", "church"),
        ("Youth Forge", "charity"),
    ];

    public static readonly (string Name, string Kind)[] Visiting =
    [
        ("St Piran's, Westhaven", "church"), ("Westhaven Teachers", "union"), ("Coast Alliance", "charity"), ("Masjid An-Nur, Westhaven", "mosque"),
        ("Valley Organising Project", "charity"),
    ];

    private static readonly string[] First =
    [
        "Amina", "Ben", "Chidi", "Daniela", "Elif", "Femi", "Grace", "Hassan", "Ines", "Jacob", "Khadija", "Liam", "Maria", "Noor", "Oluwaseun", "Priya",
        "Quentin", "Rosa", "Samira", "Tomasz", "Usha", "Victor", "Wanjiru", "Xiomara", "Yusuf", "Zofia",
    ];

    private static readonly string[] Last =
    [
        "Adeyemi", "Baptiste", "Costa", "Demir", "Edwards", "Farah", "Garcia", "Hughes", "Iqbal", "Jankowski", "Kaur", "Lewis", "Mensah", "Nowak", "Okafor",
        "Patel", "Quinn", "Rahman", "Santos", "Turner", "Uddin", "Vasquez", "Williams", "Yilmaz",
    ];

    /// <summary>An invented person's name.</summary>
    public static string Person(Random random) => $"{First[random.Next(First.Length)]} {Last[random.Next(Last.Length)]}";
}
