using AutoPar.Generator.Helpers;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>The names that the variables and objects of one loop nest have in its kernel: no two the same.</summary>
internal sealed class NestNames
{
    private readonly IMethodSymbol _method;
    private readonly HashSet<string> _taken = [];
    private readonly HashSet<ISymbol> _reserved = new(SymbolEqualityComparer.Default);

    /// <summary>The names of the method's own parameters are taken from the start.</summary>
    public NestNames(IMethodSymbol method)
    {
        _method = method;
        _taken.UnionWith(method.Parameters.Select(parameter => SignatureReader.Identifier(parameter.Name)));
    }

    /// <summary>Keeps the name of a member, which text that isn't lowered mentions, from being given to a variable.</summary>
    /// <returns>False when a variable has it already.</returns>
    public bool Reserve(ISymbol member, string name) => _reserved.Contains(member) || (_taken.Add(name) && _reserved.Add(member));

    /// <summary><paramref name="name"/>, or with a number that makes it new; from now on it's taken.</summary>
    public string Unique(string name) => UnusedName.Take(_taken, name);

    /// <summary>Gives back a name that nothing has any more.</summary>
    public void Release(string name) => _taken.Remove(name);

    /// <summary>What a parameter is called: its own name, if it's the method's.</summary>
    public string Own(IParameterSymbol parameter)
    {
        string name = SignatureReader.Identifier(parameter.Name);
        return SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _method) ? name : Unique(name);
    }
}
