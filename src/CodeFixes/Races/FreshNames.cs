using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Editing;

namespace AutoPar.CodeFixes.Races;

/// <summary>Names for new variables. Edits that are made together, as when all of a document is fixed, get different ones.</summary>
internal static class FreshNames
{
    private static readonly ConditionalWeakTable<SyntaxEditor, Dictionary<SyntaxNode, HashSet<string>>> s_given = new();

    /// <summary>A name like <paramref name="basis"/> that nothing in the method has, nor gets by another edit.</summary>
    public static string Next(SyntaxEditor editor, SyntaxNode code, string basis)
    {
        Dictionary<SyntaxNode, HashSet<string>> all = s_given.GetOrCreateValue(editor);
        if (!all.TryGetValue(code, out HashSet<string>? given))
        {
            all.Add(code, given = []);
        }

        string name = In(code, basis, given);
        given.Add(name);
        return name;
    }

    /// <summary>A name like <paramref name="basis"/> that nothing in the method has.</summary>
    public static string In(SyntaxNode code, string basis, IEnumerable<string>? given = null)
    {
        var taken =
            new HashSet<string>(code.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText)
                .Concat(given ?? []));
        string name = basis;
        for (int number = 2; taken.Contains(name); number++)
        {
            name = basis + number;
        }

        return name;
    }
}
