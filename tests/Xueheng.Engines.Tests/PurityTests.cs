using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Xueheng.Engines.Tests;

public sealed class PurityTests
{
    /// <summary>What an engine may be made of: numbers, collections, text, threads and solvers.</summary>
    private static readonly string[] Allowed =
    [
        "System", "System.Buffers", "System.Collections", "System.Diagnostics", "System.Globalization", "System.Linq",
        "System.Numerics", "System.Reflection", "System.Runtime", "System.Text", "System.Threading", "MathNet.Numerics", "Google.OrTools", "Google.Protobuf",
        "Microsoft.CodeAnalysis",
    ];

    private static readonly string[] Banned = ["System.Diagnostics.Process", "System.Console", "System.AppContext", "System.TimeProvider"];

    /// <summary>What the compiler itself asks for where a method yields.</summary>
    private const string Iterators = "get_CurrentManagedThreadId";

    [Fact]
    public void Engines_compute_and_do_nothing_else()
    {
        using var file = new PEReader(File.OpenRead(Assembly.Load("Xueheng.Engines").Location));
        var metadata = file.GetMetadataReader();
        var others = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(t => t.ResolutionScope.Kind == HandleKind.AssemblyReference)
            .Select(t => (Namespace: metadata.GetString(t.Namespace), Name: metadata.GetString(t.Namespace) + "." + metadata.GetString(t.Name)))
            .Where(t => Banned.Contains(t.Name) || !Allowed.Any(a => t.Namespace == a || (a != "System" && t.Namespace.StartsWith(a + ".", StringComparison.Ordinal))))
            .Select(t => t.Name)
            .Concat(metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => IsOfEnvironment(metadata, m)).Select(m => metadata.GetString(m.Name)).Where(m => m != Iterators).Select(m => "System.Environment." + m))
            .ToList();
        Assert.True(others.Count == 0, "No files, network, clock, database or web in an engine, but it uses " + string.Join(", ", others));
    }

    private static bool IsOfEnvironment(MetadataReader metadata, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference && metadata.GetTypeReference((TypeReferenceHandle)member.Parent) is var type
        && metadata.GetString(type.Namespace) == "System" && metadata.GetString(type.Name) == "Environment";
}
