using System.IO.Compression;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class TokenFormatsTests
{
    private const string Digits = "0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Small = Digits + "abcdefghijklmnopqrstuvwxyz";
    private const string Large = Digits + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Letters = Small + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string Url64 = Letters + "-_";
    private const string Base64 = Letters + "+/";

    /// <summary>Text stands for itself; a run in braces is an alphabet and a length. Written from the vendors' pages, and not from the table under test.</summary>
    public static TheoryData<string, Func<Random, string>> Tokens() => new()
    {
        { "GitHub token", r => "ghp_" + Run(r, Letters, 36) },
        { "GitHub token", r => "gho_" + Run(r, Letters, 36) },
        { "GitHub token", r => "ghu_" + Run(r, Letters, 36) },
        { "GitHub token", r => "ghs_" + Run(r, Letters, 36) },
        { "GitHub token", r => "ghr_" + Run(r, Letters, 36) },
        { "GitHub token", r => "github_pat_" + Run(r, Letters, 22) + "_" + Run(r, Letters, 59) },
        { "GitLab token", r => "glpat-" + Run(r, Url64, 20) },
        { "GitLab token", r => "glpat-" + Run(r, Url64, 27) + ".01." + Run(r, Small, 9) },
        { "GitLab token", r => "gldt-" + Run(r, Url64, 20) },
        { "GitLab token", r => "glrt-" + Run(r, Url64, 20) },
        { "GitLab token", r => "glcbt-" + Run(r, Url64, 22) },
        { "AWS access key", r => "AKIA" + Run(r, Base32, 16) },
        { "AWS access key", r => "ASIA" + Run(r, Base32, 16) },
        { "Google API key", r => "AIza" + Run(r, Url64, 35) },
        { "Google OAuth secret", r => "GOCSPX-" + Run(r, Url64, 28) },
        { "Google OAuth token", r => "ya29." + Run(r, Url64, 120) },
        { "Azure AD client secret", r => Run(r, Letters, 3) + "8Q~" + Run(r, Letters + "_.~-", 34) },
        { "Azure AD client secret", r => Run(r, Letters, 3) + "7Q~" + Run(r, Letters + "_.~-", 31) },
        { "Azure storage key", r => Run(r, Base64, 76) + "+AStC" + Run(r, Letters, 5) + "==" },
        { "Azure Cosmos DB key", r => Run(r, Base64, 76) + "ACDbC" + Run(r, Letters, 5) + "==" },
        { "Azure Service Bus key", r => Run(r, Base64, 33) + "+ASbC" + Run(r, Letters, 5) + "=" },
        { "Azure Event Hubs key", r => Run(r, Base64, 33) + "+AEhC" + Run(r, Letters, 5) + "=" },
        { "Azure IoT key", r => Run(r, Base64, 33) + "AIoTC" + Run(r, Letters, 5) + "=" },
        { "Azure Functions key", r => Run(r, Letters, 44) + "AzFu" + Run(r, Letters, 6) + "==" },
        { "Azure Search key", r => Run(r, Letters, 42) + "AzSe" + Run(r, Letters, 6) },
        { "Azure key", r => Run(r, Letters, 52) + "JQQJ99" + Run(r, Letters, 26) },
        { "shared access signature", r => "https://files.blob.core.windows.net/in?sv=2022-11-02&sp=rl&sig=" + Run(r, Letters, 43) + "%3D" },
        { "Slack token", r => "xoxb-" + Run(r, Digits, 12) + "-" + Run(r, Digits, 13) + "-" + Run(r, Letters, 24) },
        { "Slack token", r => "xoxp-" + Run(r, Digits, 11) + "-" + Run(r, Digits, 11) + "-" + Run(r, Digits, 12) + "-" + Run(r, Hex, 32) },
        { "Slack token", r => "xapp-1-A" + Run(r, Large, 10) + "-" + Run(r, Digits, 13) + "-" + Run(r, Hex, 64) },
        { "Slack webhook", r => "https://hooks.slack.com/services/T" + Run(r, Large, 8) + "/B" + Run(r, Large, 10) + "/" + Run(r, Letters, 24) },
        { "Discord token", r => "MT" + Run(r, Letters, 24) + "." + Run(r, Url64, 6) + "." + Run(r, Url64, 38) },
        { "Discord webhook", r => "https://discord.com/api/webhooks/" + Run(r, Digits, 18) + "/" + Run(r, Url64, 68) },
        { "Telegram bot token", r => Run(r, "123456789", 10) + ":AA" + Run(r, Url64, 33) },
        { "Stripe key", r => "sk_live_" + Run(r, Letters, 24) },
        { "Stripe key", r => "sk_live_51" + Run(r, Letters, 97) },
        { "Stripe key", r => "rk_live_" + Run(r, Letters, 24) },
        { "Stripe test key", r => "sk_test_" + Run(r, Letters, 24) },
        { "Stripe webhook secret", r => "whsec_" + Run(r, Letters, 32) },
        { "Square token", r => "sq0atp-" + Run(r, Url64, 22) },
        { "Square secret", r => "sq0csp-" + Run(r, Url64, 43) },
        { "Braintree token", r => "access_token$production$" + Run(r, Small, 16) + "$" + Run(r, Hex, 32) },
        { "Twilio key", r => "SK" + Run(r, Hex, 32) },
        { "SendGrid key", r => "SG." + Run(r, Url64, 22) + "." + Run(r, Url64, 43) },
        { "Mailgun key", r => "key-" + Run(r, Hex, 32) },
        { "Mailchimp key", r => Run(r, Hex, 32) + "-us12" },
        { "OpenAI key", r => "sk-" + Run(r, Letters, 20) + "T3BlbkFJ" + Run(r, Letters, 20) },
        { "OpenAI key", r => "sk-proj-" + Run(r, Url64, 74) + "T3BlbkFJ" + Run(r, Url64, 74) },
        { "Anthropic key", r => "sk-ant-api03-" + Run(r, Url64, 93) + "AA" },
        { "Hugging Face token", r => "hf_" + Run(r, Letters, 34) },
        { "Replicate token", r => "r8_" + Run(r, Letters, 37) },
        { "Groq key", r => "gsk_" + Run(r, Letters, 52) },
        { "Databricks token", r => "dapi" + Run(r, Hex, 32) },
        { "npm token", r => "npm_" + Run(r, Letters, 36) },
        { "NuGet key", r => "oy2" + Run(r, Small, 43) },
        { "PyPI token", r => "pypi-AgEIcHlwaS5vcmc" + Run(r, Url64, 80) },
        { "RubyGems key", r => "rubygems_" + Run(r, Hex, 48) },
        { "Docker Hub token", r => "dckr_pat_" + Run(r, Url64, 27) },
        { "DigitalOcean token", r => "dop_v1_" + Run(r, Hex, 64) },
        { "Heroku key", r => "HRKU-AA" + Run(r, Url64, 58) },
        { "Vault token", r => "hvs." + Run(r, Url64, 90) },
        { "Terraform token", r => Run(r, Letters, 14) + ".atlasv1." + Run(r, Url64, 67) },
        { "Doppler token", r => "dp.pt." + Run(r, Letters, 43) },
        { "Postman key", r => "PMAK-" + Run(r, Hex, 24) + "-" + Run(r, Hex, 34) },
        { "Grafana token", r => "glsa_" + Run(r, Letters, 32) + "_" + Run(r, Hex, 8) },
        { "Grafana token", r => "glc_" + Run(r, Letters, 60) },
        { "New Relic key", r => "NRAK-" + Run(r, Large, 27) },
        { "Sentry token", r => "sntrys_eyJ" + Run(r, Letters, 100) },
        { "Shopify token", r => "shpat_" + Run(r, Hex, 32) },
        { "Shopify secret", r => "shpss_" + Run(r, Hex, 32) },
        { "Facebook token", r => "EAA" + Run(r, Letters, 150) },
        { "Twitter bearer token", r => "AAAAAAAAAAAAAAAAAAAAA" + Run(r, Letters, 40) + "%2B" + Run(r, Letters, 40) },
        { "Airtable token", r => "pat" + Run(r, Letters, 14) + "." + Run(r, Hex, 64) },
        { "Notion token", r => "secret_" + Run(r, Letters, 43) },
        { "Notion token", r => "ntn_" + Run(r, Letters, 43) },
        { "Linear key", r => "lin_api_" + Run(r, Letters, 40) },
        { "Figma token", r => "figd_" + Run(r, Url64, 40) },
        { "Atlassian token", r => "ATATT3xFfGF0" + Run(r, Url64, 170) + "=" + Run(r, Large, 8) },
        { "Mapbox token", r => "sk.eyJ1" + Run(r, Letters, 80) + "." + Run(r, Letters, 22) },
        { "PlanetScale password", r => "pscale_pw_" + Run(r, Url64, 43) },
        { "Supabase token", r => "sbp_" + Run(r, Hex, 40) },
        { "age key", r => "AGE-SECRET-KEY-1" + Run(r, "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58) },
        { "Adafruit key", r => "aio_" + Run(r, Letters, 28) },
        { "Pulumi token", r => "pul-" + Run(r, Hex, 40) },
        { "Typeform token", r => "tfp_" + Run(r, Url64, 44) },
        { "EasyPost key", r => "EZAK" + Run(r, Letters, 54) },
        { "Flutterwave key", r => "FLWSECK-" + Run(r, Hex, 32) + "-X" },
        { "Plaid token", r => "access-production-" + Run(r, Hex, 8) + "-" + Run(r, Hex, 4) + "-" + Run(r, Hex, 4) + "-" + Run(r, Hex, 4) + "-" + Run(r, Hex, 12) },
        { "Alibaba access key", r => "LTAI5t" + Run(r, Letters, 18) },
        { "Tencent secret id", r => "AKID" + Run(r, Letters, 32) },
        { "Apify token", r => "apify_api_" + Run(r, Letters, 36) },
        { "Docker Swarm token", r => "SWMTKN-1-" + Run(r, Small, 50) + "-" + Run(r, Small, 25) },
        { "JetBrains token", r => "perm:" + Run(r, Letters, 12) + "." + Run(r, Letters, 10) + "." + Run(r, Letters, 30) },
        { "Google refresh token", r => "1//0" + Run(r, Url64, 99) },
        { "AWS session token", r => "IQoJb3JpZ2lu" + Run(r, Base64, 400) },
        { "Scaleway access key", r => "SCW" + Run(r, Large, 17) },
        { "Aiven password", r => "AVNS_" + Run(r, Url64, 19) },
        { "MongoDB Atlas secret", r => "mdb_sa_sk_" + Run(r, Url64, 40) },
        { "Neon key", r => "napi_" + Run(r, Small, 64) },
        { "Cerebras key", r => "csk-" + Run(r, Small, 48) },
        { "ElevenLabs key", r => "sk_" + Run(r, Hex, 48) },
        { "Firecrawl key", r => "fc-" + Run(r, Hex, 32) },
        { "RunPod key", r => "rpa_" + Run(r, Large, 46) },
        { "MailerSend token", r => "mlsn." + Run(r, Hex, 64) },
        { "Telnyx key", r => "KEY" + Run(r, Large, 32) + "_" + Run(r, Letters, 22) },
        { "Twitch token", r => "oauth:" + Run(r, Small, 30) },
        { "WooCommerce key", r => "ck_" + Run(r, Hex, 40) },
        { "Midtrans key", r => "Mid-server-" + Run(r, Url64, 24) },
        { "Xendit key", r => "xnd_production_" + Run(r, Letters, 60) },
        { "Salesforce token", r => "00D" + Run(r, Letters, 12) + "!" + Run(r, Url64, 96) },
        { "Trello token", r => "ATTA" + Run(r, Hex, 64) },
        { "ClickUp token", r => "pk_" + Run(r, Digits, 8) + "_" + Run(r, Large, 32) },
        { "Zoho token", r => "1000." + Run(r, Hex, 32) + "." + Run(r, Hex, 32) },
        { "Yandex key", r => "AQVN" + Run(r, Url64, 36) },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_token_is_known_under_any_name(string name, Func<Random, string> make)
    {
        var random = new Random(20);
        for (var i = 0; i < 20; i++)
        {
            var token = make(random);
            Assert.Equal(name, TokenFormats.Find(token)?.Format.Name);
            Assert.Equal("PUR3004", CredentialClassifier.Classify("value", token)?.RuleId);
            Assert.Equal(name, TokenFormats.Find($"curl -H \"X-Value: {token}\" https://orders")?.Format.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_token_that_starts_or_ends_in_a_longer_word_is_none(string name, Func<Random, string> make)
    {
        var token = make(new Random(20));
        if (token.Contains("://") || token.Contains("%3D"))
            return;
        Assert.NotEqual(name, TokenFormats.Find("Zz" + token[..(token.Length / 2)])?.Format.Name);
    }

    [Theory]
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("ghp_YOUR_TOKEN_HERE")]
    [InlineData("ghp_0000000000000000000000000000000000000")]
    [InlineData("AKIAXXXXXXXXXXXXXXXX")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ASIAPACIFICREGIONAL1")]
    [InlineData("xoxb-your-token-here")]
    [InlineData("sk_live_...")]
    [InlineData("sk-your-openai-key-goes-right-here-please")]
    [InlineData("sk-ant-api03-your-key")]
    [InlineData("SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX")]
    [InlineData("https://discord.com/api/webhooks/{id}/{token}")]
    [InlineData("key-frame-animation-definition-of-the-panel")]
    [InlineData("secret_sharing_and_key_management_documents_page")]
    [InlineData("live_documentation_of_the_whole_platform_api")]
    [InlineData("secret-management-and-rotation-of-certificates")]
    [InlineData("pk_orders_customers_and_their_addresses_by_region")]
    [InlineData("prod_NWjs8kKbJWmuuc")]
    [InlineData("cus_9s6XKzkNRiz8i3")]
    [InlineData("A909502DD82AE41433E6F83886B00D4277A32A7B")]
    [InlineData("9fceb02d0ae598e95dc970b74767f19372d61af8")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==")]
    [InlineData("MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0q7pXcT5vYb8mKz2LqWdRnJx4hFgS9uC")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKz8Wn3vQmXy7RtLbPc2HfDs9Jg4UeTo6AiZxNqVwB5M deploy@orders")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("glpat-<your-token>")]
    [InlineData("npm_config_registry_and_other_settings_of_npm")]
    [InlineData("pk_live_TYooMQauvdEDq54NiTphI7jx")]
    [InlineData("AC5d0e8f1a7b3c9246e0f5d8a1b7c3942e")]
    [InlineData("system-assigned-identity-of-the-virtual-machine")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("c1a2b3d4-e5f6-4789-90ab-cdef12345678")]
    [InlineData("sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC")]
    public void What_is_printed_in_docs_or_only_begins_alike_is_no_token(string text) => Assert.Null(TokenFormats.Find(text));

    [Fact]
    public void A_wrong_checksum_lowers_the_confidence()
    {
        // The last six characters of a GitHub token are the CRC-32 of the others.
        const string body = "A7Kq92mZx0TvBn4LpWs6Rd3Yf8Hj1C";
        var right = "ghp_" + body + ChecksumOf(body);

        Assert.Equal(Confidence.High, CredentialClassifier.Classify(null, right)?.Confidence);
        Assert.Equal(Confidence.Medium, CredentialClassifier.Classify(null, right[..^1] + (right[^1] == 'A' ? 'B' : 'A'))?.Confidence);
    }

    [Fact]
    public void A_token_of_a_test_environment_is_of_low_confidence() =>
        Assert.Equal(Confidence.Low, CredentialClassifier.Classify(null, "sk_test_" + Run(new Random(3), Letters, 24))?.Confidence);

    [Fact]
    public void The_place_of_a_token_in_a_longer_text_is_told()
    {
        var token = "ghp_" + Run(new Random(5), Letters, 36);
        var finding = CredentialClassifier.Classify(null, $"git clone https://{token}@github.com/x/y");
        Assert.Equal((18, token.Length), (finding?.Start, finding?.Length));
    }

    private static string ChecksumOf(string body)
    {
        const string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry("body").Open()))
            writer.Write(body);
        ulong crc = new ZipArchive(stream).Entries[0].Crc32;
        var text = new char[6];
        for (var i = 5; i >= 0; i--, crc /= 62)
            text[i] = digits[(int)(crc % 62)];
        return new string(text);
    }

    private static string Run(Random random, string alphabet, int length) => new([.. Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)])]);
}
