using System.Reflection;

namespace AutoPar.EndToEnd;

/// <summary>All that a call can see: its arguments, its receiver, and the fields that it may use.</summary>
internal sealed class World
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
    private static readonly Dictionary<FieldInfo, Array> s_initial = [];
    private readonly Kernel _kernel;
    private readonly FieldInfo[] _fields;

    public World(Kernel kernel, Recipe recipe)
    {
        _kernel = kernel;
        var sizes = Sizes.Of(kernel, recipe);
        var maker = new ArgumentMaker(kernel, recipe, sizes);
        object?[] parameters = maker.Parameters();
        _fields = [.. kernel.Fields.Select(field => field.Owner.GetField(field.Name, All)!)];
        Arguments = kernel.Receiver is null ? parameters : [Activator.CreateInstance(kernel.Receiver), .. parameters];
        for (int i = 0; i < _fields.Length; i++)
        {
            SetField(kernel.Fields[i], _fields[i], maker);
        }
    }

    /// <summary>Arguments made by hand; fields are as they are.</summary>
    public World(Kernel kernel, object?[] arguments)
    {
        _kernel = kernel;
        _fields = [];
        Arguments = arguments;
    }

    /// <summary>What an adapter takes: the receiver, if there is one, and the parameters.</summary>
    public object?[] Arguments { get; }

    /// <summary>Everything that the call may have changed, with a name for each.</summary>
    public IEnumerable<(string Name, object? Value)> State()
    {
        int first = Arguments.Length - _kernel.Parameters.Length;
        for (int i = 0; i < _kernel.Parameters.Length; i++)
        {
            object? argument = Arguments[first + i];
            yield return (_kernel.Parameters[i].Name, argument switch
            {
                SpanArgument span => span.Memory,
                ReferenceArgument reference => reference.Memory,
                _ => argument,
            });
        }

        for (int i = 0; i < _fields.Length; i++)
        {
            yield return (_fields[i].Name, _fields[i].GetValue(_kernel.Fields[i].IsStatic ? null : Arguments[0]));
        }
    }

    private void SetField(FieldSlot slot, FieldInfo field, ArgumentMaker maker)
    {
        object? receiver = slot.IsStatic ? null : Arguments[0];
        if (!slot.IsReadOnly)
        {
            field.SetValue(receiver, maker.Value(field.FieldType, slot.Name));
            return;
        }

        // A readonly array: its elements go back to what they were first.
        if (field.GetValue(receiver) is Array array && slot.IsStatic)
        {
            lock (s_initial)
            {
                if (!s_initial.TryGetValue(field, out Array? initial))
                {
                    s_initial[field] = initial = (Array)array.Clone();
                }

                Array.Copy(initial, array, initial.Length);
            }
        }
    }
}
