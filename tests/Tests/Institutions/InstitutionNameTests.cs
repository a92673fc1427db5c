using Assemblies.Institutions;

namespace Assemblies.Tests.Institutions;

public sealed class InstitutionNameTests
{
    [Theory]
    [InlineData("St Mary's", "st marys")]
    [InlineData("Saint  Mary’s", "st marys")]
    [InlineData("ST. MARY`S", "st marys")]
    [InlineData("Église Saint-Rémy", "eglise st remy")]
    [InlineData("Ｓｔ Mary's", "st marys")]
    [InlineData("Straße & Łódź", "strasse and lodz")]
    [InlineData("مسجد", "مسجد")]
    [InlineData(" .'- ", "")]
    public void Accents_case_punctuation_and_saints_do_not_tell_names_apart(string name, string key) =>
        Assert.Equal(key, InstitutionName.Key(name));

    [Theory]
    [InlineData("St Mary's", "St Mary's Catholic Church")]
    [InlineData("Trinity", "Holy Trinity Clapham")]
    [InlineData("East London Mosque", "East London Mosqe")]
    [InlineData("Sacred Heart Parish", "Sacred Heart School")]
    public void Similar_names_are_asked_about(string one, string other)
    {
        Assert.True(InstitutionName.IsNear(InstitutionName.Key(one), InstitutionName.Key(other)));
        Assert.True(InstitutionName.IsNear(InstitutionName.Key(other), InstitutionName.Key(one)));
    }

    [Theory]
    [InlineData("St Mary's Eltham", "St Mary's Putney")]
    [InlineData("St Mary's", "St Paul's")]
    [InlineData("Church", "St Mary's Church")]
    [InlineData("St Mary's", "Saint Marys")]
    [InlineData("UCL", "UAL")]
    [InlineData("Transport Workers Branch 12", "Transport Workers Branch 14")]
    public void Names_of_others_and_equal_names_are_not_asked_about(string one, string other) =>
        Assert.False(InstitutionName.IsNear(InstitutionName.Key(one), InstitutionName.Key(other)));
}
