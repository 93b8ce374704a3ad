using Microsoft.CodeAnalysis;
using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Tests.Testing;
using Project = Purser.Analyzers.Tests.Testing.Project;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class PUR3005CredentialInFileTests
{
    [Fact]
    public async Task Appsettings_values_are_found_where_they_stand()
    {
        await Verify("appsettings.json", """
            {
              // what differs per environment
              "Logging": { "LogLevel": { "Default": "Information" } },
              "ConnectionStrings": { "Orders": [|"Host=db;Username=orders;Password=Xk29vLq8"|], "Cache": "redis:6379" },
              "Smtp": { "Host": "smtp", "Password": [|"Xk29vLq8!"|], "User": "mail" },
              "Stripe": { "ApiKey": [|"sk_live_4eC39HqLyjWDarjtT1zdp7dcabcdefgh"|], "Currency": "EUR" },
              "PasswordPolicy": { "RequireDigit": "true", "MinimumLength": "12" },
            }
            """, DiagnosticSeverity.Warning);
    }

    [Fact]
    public Task A_developers_own_file_matters_less() => Verify("appsettings.Development.json", """{ "Smtp": { "Password": [|"Xk29vLq8!"|] } }""", DiagnosticSeverity.Info);

    [Theory]
    [InlineData("""{ "Smtp": { "Password": "" } }""")]
    [InlineData("""{ "Smtp": { "Password": null } }""")]
    [InlineData("""{ "Smtp": { "Password": "<set by the Secret>" } }""")]
    [InlineData("""{ "Smtp": { "Password": "${SMTP_PASSWORD}" } }""")]
    [InlineData("""{ "Smtp": { "PasswordFile": "/run/secrets/smtp" } }""")]
    [InlineData("""{ "AllowedHosts": "*", "Urls": "http://*:8080" }""")]
    public Task Placeholders_and_references_are_fine(string json) => Verify("appsettings.json", json, DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("appsettings.json", """{ "Smtp": { "Password": "Xk29vLq8!" """)]
    [InlineData("appsettings.json", "[[[[")]
    [InlineData("web.config", "<configuration><add key='DbPassword' value='")]
    [InlineData("k8s.yaml", "a: b: c\n  - d")]
    [InlineData("k8s.yaml", "{{- if .Values.x }}\npassword: {{ .Values.y }}")]
    [InlineData(".env", "= \nexport \nA='")]
    [InlineData("appsettings.json", "")]
    public Task Malformed_files_are_passed_over_in_silence(string name, string text) => Verify(name, text, DiagnosticSeverity.Warning);

    [Fact]
    public Task Deep_nesting_does_no_harm()
    {
        var brackets = new string('[', 50_000);
        return Task.WhenAll(Verify("deep.yaml", brackets, DiagnosticSeverity.Warning), Verify("appsettings.json", brackets, DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("package.json")]
    [InlineData("notes.txt")]
    [InlineData("orders.secret.template.yaml")]
    public Task Other_files_are_none_of_its_business(string name) => Verify(name, "{ \"password\": \"Xk29vLq8!\" }", DiagnosticSeverity.Warning);

    [Fact]
    public Task Launch_profiles_name_the_variable() => Keys("Properties/launchSettings.json", """
        { "profiles": { "http": { "commandName": "Project", "environmentVariables": { "ASPNETCORE_ENVIRONMENT": "Development", "Smtp__Password": "Xk29vLq8!" } } } }
        """, "Smtp__Password");

    [Fact]
    public Task Xml_configuration_is_read_by_key_and_by_attribute() => Verify("web.config", """
        <?xml version="1.0"?>
        <configuration>
          <!-- <add key="OldPassword" value="Xk29vLq8!" /> -->
          <appSettings>
            <add key="SmtpPassword" value=[|"Xk29vLq8!"|] />
            <add key="PageSize" value="50" />
          </appSettings>
          <connectionStrings>
            <add name="Orders"
                 connectionString=[|'Server=db;Database=orders;User Id=sa;Password=Xk29vLq8'|] providerName="System.Data.SqlClient" />
          </connectionStrings>
          <system.net><mailSettings><smtp><network host="smtp" userName="mail" password=[|"Xk29vLq8!"|] /></smtp></mailSettings></system.net>
        </configuration>
        """, DiagnosticSeverity.Warning);

    [Fact]
    public Task Compose_files_are_read_in_both_of_their_forms() => Verify("docker-compose.yml", """
        services:
          db:
            image: postgres:17
            environment:
              POSTGRES_USER: orders
              POSTGRES_PASSWORD: [|Xk29vLq8|]
          api:
            image: orders
            environment:
              - SMTP_PASSWORD=[|Xk29vLq8|]
              - PAGE_SIZE=50
              - DB_PASSWORD=${DB_PASSWORD}
        """, DiagnosticSeverity.Warning);

    [Fact]
    public Task Kubernetes_manifests_are_read_by_what_they_are() => Verify("k8s.yaml", """
        apiVersion: apps/v1
        kind: Deployment
        spec:
          template:
            spec:
              serviceAccountName: orders
              containers:
              - name: orders
                env:
                - name: DB_PASSWORD
                  value: [|"Xk29vLq8!"|]
                - name: SMTP_PASSWORD
                  valueFrom:
                    secretKeyRef: { name: orders-secrets, key: smtp-password }
        ---
        apiVersion: v1
        kind: ConfigMap
        data:
          DB_PASSWORD: [|Xk29vLq8|]
          PAGE_SIZE: "50"
        ---
        apiVersion: v1
        kind: Secret
        stringData:
          password: [|Xk29vLq8|]
          username: orders
        data:
          api-password: [|WGsyOXZMcTgh|]
          empty: ""
        ---
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        spec:
          encryptedData:
            password: AgBy3i4OJSWK+PiTySYZZA9rO43cGDEq
        ---
        apiVersion: v1
        kind: Secret
        stringData:
          password: ENC[AES256_GCM,data:Tr7o=,iv:1=,tag:k=,type:str]
        sops:
          version: 3.8.1
        """, DiagnosticSeverity.Warning);

    [Fact]
    public Task Env_files_are_read_with_quotes_and_comments() => Verify(".env", """
        # DB_PASSWORD=Xk29vLq8
        export DB_PASSWORD=[|Xk29vLq8|]
        SMTP_PASSWORD=[|"Xk29 vLq8!"|]
        PAGE_SIZE=50
        API_PASSWORD=[|Xk29vLq8|] # for now
        EMPTY_PASSWORD=
        """, DiagnosticSeverity.Warning);

    [Fact]
    public async Task The_message_names_the_key_and_never_the_value()
    {
        var diagnostic = Assert.Single(await Analyze("appsettings.json", """{ "Smtp": { "Password": "Xk29vLq8!" } }"""));

        Assert.Equal("'Smtp:Password' holds a password; keep it out of this file and take it from a Kubernetes Secret", diagnostic.GetMessage());
    }

    [Fact]
    public Task Windows_line_ends_and_a_byte_order_mark_do_not_move_the_place() => Verify("k8s.yaml", "apiVersion: v1\r\nkind: ConfigMap\r\n# é\r\ndata:\r\n  DB_PASSWORD: [|Xk29vLq8|]\r\n", DiagnosticSeverity.Warning);

    private static async Task Keys(string path, string text, params string[] expected)
    {
        var diagnostics = await Analyze(path, text);
        Assert.Equal(expected, diagnostics.Select(diagnostic => diagnostic.Properties[PUR3005CredentialInFile.Key]));
    }

    /// <summary>Compares what was found with what stands between <c>[|</c> and <c>|]</c>.</summary>
    private static async Task Verify(string path, string marked, DiagnosticSeverity severity)
    {
        var text = marked.Replace("[|", "").Replace("|]", "");
        var expected = marked.Split("[|").Skip(1).Select(part => part[..part.IndexOf("|]", StringComparison.Ordinal)]).ToArray();

        var diagnostics = await Analyze(path, text);

        Assert.Equal(expected, diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(d => text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)));
        Assert.All(diagnostics, diagnostic => Assert.Equal(severity, diagnostic.Severity));
    }

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string path, string text) =>
        await Project.Of("class Orders;").WithFile("/app/" + path, text).Analyze(new PUR3005CredentialInFile());
}
