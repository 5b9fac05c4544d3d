using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// Code that doesn't compile, or not yet: what it would lock, wait for or make isn't known, so that nothing that rests on it is certain.
/// </summary>
internal sealed partial class Interpreter
{
    private bool _hasErrors;

    private void NoteError(IOperation operation)
    {
        if (operation.Kind != OperationKind.Invalid)
        {
            return;
        }

        _hasErrors = true;
        for (Frame? frame = _frame; frame is not null; frame = frame.Parent)
        {
            frame.IsBroken = true;
        }

        ForgetFlags();
        ForgetHandovers();
    }
}
