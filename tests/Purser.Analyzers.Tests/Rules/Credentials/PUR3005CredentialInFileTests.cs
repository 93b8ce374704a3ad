using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Purser.Analyzers.Rules.Credentials;
using Purser.Analyzers.Tests.Testing;
using Purser.CodeFixes.Credentials;
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

    [Fact]
    public Task What_is_shown_or_encrypted_is_fine() => Verify("settings.yaml", """
        deploy:
          api_key:
            secure: 9sKx0vLq8Zb7Qm2Tn4Wc6Yd1Rf3Hg5Jk
        form:
          placeholder: Host=db;Username=orders;Password=Xk29vLq8!
        mail:
          password: [|Xk29vLq8!|]
        """, DiagnosticSeverity.Warning);

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
    public Task Ini_properties_and_toml_are_read_with_their_sections() => Task.WhenAll(
        Verify("app.ini", """
            ; password = Xk29vLq8
            [smtp]
            host = mail
            password = [|Xk29vLq8|]
            password_file = /run/secrets/smtp
            """, DiagnosticSeverity.Warning),
        Verify("orders.properties", """
            ! the database
            db.user=orders
            db.password: [|Xk29vLq8|]
            db.url=[|jdbc:postgresql://orders:Xk29vLq8@db/orders|]
            """, DiagnosticSeverity.Warning),
        Verify("config.toml", """
            [database.main]
            server = "db"
            password = [|"Xk29vLq8"|]
            token = "${TOKEN}"
            """, DiagnosticSeverity.Warning),
        Keys("app.ini", "[smtp]\npassword = Xk29vLq8\n", "smtp:password"));

    [Fact]
    public Task Xml_elements_are_read_by_their_setting_or_their_own_name() => Verify("app.config", """
        <configuration>
          <applicationSettings>
            <setting name="SmtpPassword" serializeAs="String">
              <value>[|Xk29vLq8!|]</value>
            </setting>
            <setting name="SmtpHost" serializeAs="String"><value>mail</value></setting>
          </applicationSettings>
          <credentials><password>[|Xk29vLq8!|]</password><passwordFormat>Hashed</passwordFormat></credentials>
        </configuration>
        """, DiagnosticSeverity.Warning);

    [Fact]
    public Task What_a_compose_file_says_outside_of_the_environment_counts_by_its_value() => Verify("compose.yaml", """
        services:
          cache:
            image: redis:7
            command: [|redis-server --requirepass "Xk29vLq8"|]
          api:
            image: orders
            healthcheck:
              test: [|curl -u bob:Xk29vLq8 http://localhost/health|]
        """, DiagnosticSeverity.Warning);

    [Fact]
    public Task Literals_of_a_generated_Secret_are_read() => Verify("kustomization.yaml", """
        resources: [orders.yaml]
        secretGenerator:
        - name: orders
          literals:
          - password=[|Xk29vLq8|]
          - username=orders
        """, DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("$(DbPassword)")]
    [InlineData("#{DbPassword}#")]
    [InlineData("__DbPassword__")]
    [InlineData("{{ .Values.password }}")]
    [InlineData("%DB_PASSWORD%")]
    [InlineData("your-password-here")]
    [InlineData("***")]
    [InlineData("TODO")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://orders.vault.azure.net/secrets/db)")]
    public Task Templates_of_other_tools_are_fine(string value) => Task.WhenAll(
        Verify("appsettings.json", $$"""{ "Smtp": { "Password": "{{value}}" } }""", DiagnosticSeverity.Warning),
        Verify("web.config", $"""<configuration><appSettings><add key="SmtpPassword" value="{value}" /></appSettings></configuration>""", DiagnosticSeverity.Warning),
        Verify("values.yaml", $"smtp:\n  password: '{value}'\n", DiagnosticSeverity.Warning),
        Verify(".env", $"SMTP_PASSWORD={value}\n", DiagnosticSeverity.Warning));

    [Fact]
    public async Task Options_hold_for_files_too()
    {
        Assert.Single(await Analyze("appsettings.json", """{ "Erp": { "Losung": "Xk29vLq8!" } }""", project => project.With("purser_credential_words", "losung")));
        Assert.Empty(await Analyze("appsettings.json", """{ "Smtp": { "Password": "Xk29vLq8!" } }""", project => project.With("purser_allowed_values", "Xk29vLq8!")));
    }

    [Theory]
    [InlineData("appsettings.json", """{ "Smtp": { "Password": "Xk29vLq8!" } }""", """{ "Smtp": { "Password": "" } }""")]
    [InlineData("web.config", "<a><add key='SmtpPassword' value='Xk29vLq8!' /></a>", "<a><add key='SmtpPassword' value='' /></a>")]
    [InlineData("values.yaml", "smtp:\n  password: Xk29vLq8 # old\n", "smtp:\n  password: \"\" # old\n")]
    [InlineData("compose.yaml", "services:\n  db:\n    environment:\n    - DB_PASSWORD=Xk29vLq8\n", "services:\n  db:\n    environment:\n    - DB_PASSWORD=\n")]
    [InlineData(".env", "SMTP_PASSWORD=Xk29vLq8\nA=1\n", "SMTP_PASSWORD=\nA=1\n")]
    public async Task The_fix_empties_the_value(string name, string before, string after)
    {
        var diagnostic = Assert.Single(await Analyze(name, before));
        using var workspace = new AdhocWorkspace();
        var document = workspace.CurrentSolution.AddProject("app", "app", LanguageNames.CSharp).AddAdditionalDocument(name, before, filePath: "/app/" + name);
        CodeAction? action = null;
        await new PUR3005CredentialInFileFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (offered, _) => action = offered, TestContext.Current.CancellationToken));

        var changes = await action!.GetOperationsAsync(TestContext.Current.CancellationToken);

        var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(changes)).ChangedSolution.GetAdditionalDocument(document.Id);
        Assert.Equal(after, (await changed!.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
    }

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

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string path, string text, Func<Project, Project>? adjust = null) =>
        await (adjust ?? (static project => project))(Project.Of("class Orders;").WithFile("/app/" + path, text)).Analyze(new PUR3005CredentialInFile());
}
