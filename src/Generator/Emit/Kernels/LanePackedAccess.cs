using System.Globalization;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Elements of the active lanes side by side, from a cursor on.</summary>
internal sealed class LanePackedAccess(LaneScope scope, LaneAccess access)
{
    public bool Handles(ArrayAccess target) => scope.Variables.IsPacked(target);

    public string Load(ArrayAccess source) => $"{LaneAccess.Memory}LoadPacked{Half(source)}({Place(source)}{Mask(source)})";

    public string Store(ArrayAccess target, string value) =>
        $"{LaneAccess.Memory}StorePacked{Half(target)}({LaneScope.Strip(value)}, {Place(target)}{Mask(target)});";

    /// <summary>C# that says whether there may not be room for another vector.</summary>
    public string IsFull(ArrayAccess target)
    {
        string room = $"global::System.Math.Max({CursorPlace.Length(target.Object)} - {scope.Lanes - 1}, 0)";
        return CursorPlace.IsBeyond(target, scope.Hoist(target.Object.Name + "Room", "int", room));
    }

    /// <summary>How many lanes are active.</summary>
    public string Active() => scope.Mask is not { } mask ? scope.Lanes.ToString(CultureInfo.InvariantCulture)
        : $"{LaneAccess.Memory}ActiveLanes({LaneConversion.Mask(mask, scope.MaskSize, scope.Lanes)})";

    private string Half(ArrayAccess target) => scope.Type(target.Object.Element).IsHalf ? "Half" : "";

    private string Place(ArrayAccess target) => $"ref {access.Reference(target.Object)}, {CursorPlace.Of(target)}";

    private string Mask(ArrayAccess target)
    {
        LaneType type = scope.Type(target.Object.Element);
        return ", " + (scope.Mask is { } mask ? access.As(mask, type) : $"{type.Text}.AllBitsSet");
    }
}
