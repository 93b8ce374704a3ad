using Microsoft.AspNetCore.Http.HttpResults;

namespace Events.Store;

internal static class EventEndpoints
{
    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder app)
    {
        app.MapPost("/streams/{stream:maxlength(100)}/events", Append);
        app.MapGet("/streams/{stream}/events", ReadStream);
        app.MapGet("/events", ReadAll);
        return app;
    }

    /// <summary>With <paramref name="expectedVersion"/> the append fails when somebody else was faster.</summary>
    private static async Task<Results<Ok<Appended>, ProblemHttpResult>> Append(
        EventLog log, string stream, NewEvent[] events, long? expectedVersion, CancellationToken cancellation)
    {
        if (events.Length == 0 || events.Any(item => string.IsNullOrWhiteSpace(item.Type)))
            return TypedResults.Problem("The request must hold events, each with a type.", statusCode: StatusCodes.Status400BadRequest);
        var appended = await log.AppendAsync(stream, events, expectedVersion, cancellation);
        return appended is null
            ? TypedResults.Problem($"The stream '{stream}' is not at version {expectedVersion}.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Ok(appended);
    }

    private static async Task<Ok<List<Event>>> ReadStream(EventLog log, string stream, long? after, int? take, CancellationToken cancellation) =>
        TypedResults.Ok(await log.ReadStreamAsync(stream, after ?? 0, take, cancellation));

    private static async Task<Ok<List<Event>>> ReadAll(
        EventLog log, long? after, int? take, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellation) =>
        TypedResults.Ok(await log.ReadAllAsync(after ?? 0, take, from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue, cancellation));
}
