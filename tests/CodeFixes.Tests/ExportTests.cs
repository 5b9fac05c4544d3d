using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace AutoPar.CodeFixes.Tests;

/// <summary>What an editor finds in the assembly.</summary>
public class ExportTests
{
    public static TheoryData<string> Providers =>
    [
        .. typeof(EditingCodeFix).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(CodeFixProvider)) || type.IsSubclassOf(typeof(CodeRefactoringProvider))))
            .Select(type => type.FullName!),
    ];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Is_exported_for_CSharp_and_shared(string name)
    {
        Type type = typeof(EditingCodeFix).Assembly.GetType(name)!;
        Assert.True(type.IsPublic);
        Assert.NotNull(type.GetCustomAttribute<SharedAttribute>());
        Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()?.Languages ?? type.GetCustomAttribute<ExportCodeRefactoringProviderAttribute>()!.Languages);
    }
}
