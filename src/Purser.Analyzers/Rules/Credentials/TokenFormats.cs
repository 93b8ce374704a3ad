namespace Purser.Analyzers.Rules.Credentials;

/// <summary>A vendor's token format.</summary>
/// <param name="Name">For the message: <c>GitHub token</c>.</param>
/// <param name="Check">The checksum, where the vendor documents one; a mismatch lowers the confidence.</param>
internal sealed record TokenFormat(string Name, TokenPattern Pattern, Func<string, bool>? Check = null);

/// <summary>The formats that give a token away under any name, as their vendors document them.</summary>
internal static class TokenFormats
{
    public static readonly TokenFormat[] All =
    [
        // Code hosting and delivery
        Of("GitHub token", "ghp_<a:36>", TokenChecksum.IsCrc32Base62), Of("GitHub token", "gho_<a:36>", TokenChecksum.IsCrc32Base62), Of("GitHub token", "ghu_<a:36>", TokenChecksum.IsCrc32Base62),
        Of("GitHub token", "ghs_<a:36>", TokenChecksum.IsCrc32Base62), Of("GitHub token", "ghr_<a:36-76>"), Of("GitHub token", "github_pat_<a:22>_<a:59>"), Of("GitHub token", "github_pat_<w:82>"),
        Of("GitLab token", "glpat-<v:20-64>"), Of("GitLab token", "glptt-<h:40>"), Of("GitLab token", "gldt-<w:20-64>"), Of("GitLab token", "glrt-<v:20-64>"), Of("GitLab token", "glcbt-<w:20-64>"),
        Of("GitLab token", "glft-<w:20-64>"), Of("GitLab token", "glffct-<w:20-64>"), Of("GitLab token", "glimt-<w:25>"), Of("GitLab token", "glagent-<w:50>"), Of("GitLab token", "gloas-<w:64>"), Of("GitLab token", "glsoat-<w:20>"),
        Of("GitLab token", "GR1348941<w:20>"), Of("GitLab session", "_gitlab_session=<H:32>"),
        Of("Bitbucket token", "ATBB<w:24-40>"), Of("Atlassian token", "ATATT3<v:50-220>"), Of("Atlassian token", "ATCTT3<v:50-220>"),
        Of("Azure DevOps token", "<a:52>JQQJ99<a:12-20>AZDO<a:4-10>"), Of("npm token", "npm_<a:36>", TokenChecksum.IsCrc32Base62), Of("NuGet key", "oy2<l:43>"), Of("PyPI token", "pypi-AgEI<w:50-1000>"),
        Of("RubyGems key", "rubygems_<h:48>"), Of("Docker Hub token", "dckr_pat_<w:27>"), Of("Docker Hub token", "dckr_oat_<w:32>"), Of("Clojars token", "CLOJARS_<l:60>"), Of("crates.io token", "cio<a:32>"),
        Of("SonarQube token", "sqp_<h:40>"), Of("SonarQube token", "squ_<h:40>"), Of("SonarQube token", "sqa_<h:40>"), Of("CircleCI token", "CCIPAT_<a:22>_<H:40>"), Of("Buildkite token", "bkua_<h:40>"),
        Of("Octopus Deploy key", "API-<u:26>"), Of("Sourcegraph token", "sgp_<H:40>"), Of("Sourcegraph token", "sgp_<H:16>_<H:40>"), Of("Sourcegraph token", "sgp_local_<H:40>"), Of("JFrog key", "AKCp<a:69>"), Of("JFrog reference token", "cmVmdGtu<a:56>"),
        Of("Harness token", "pat.<w:22>.<H:24>.<a:20>"), Of("Harness token", "sat.<w:22>.<H:24>.<a:20>"), Of("Pulumi token", "pul-<h:40>"), Of("Terraform token", "<a:14>.atlasv1.<v:60-70>"),
        Of("Infracost key", "ico-<a:32>"), Of("Prefect key", "pnu_<l:36>"), Of("Snyk token", "snyk_uat.<H:8>.<w:20-600>"), Of("ReadMe key", "rdme_<l:70>"), Of("Expo token", "expo_<w:40>"),

        // Clouds
        Of("AWS access key", "AKIA<u:16>"), Of("AWS access key", "ASIA<u:16>"), Of("AWS access key", "ABIA<u:16>"), Of("AWS access key", "ACCA<u:16>"), Of("AWS Bedrock key", "ABSK<b:109-269>"),
        Of("Amazon MWS token", "amzn.mws.<h:8>-<h:4>-<h:4>-<h:4>-<h:12>"), Of("Google API key", "AIza<w:35>"), Of("Google OAuth secret", "GOCSPX-<w:28>"), Of("Google OAuth token", "ya29.<v:20-300>"),
        Of("Azure AD client secret", "<v:3>8Q~<v:31-34>"), Of("Azure AD client secret", "<v:3>7Q~<v:31-34>"), Of("Azure AD client secret", "<v:3>6Q~<v:31-34>"),
        Of("Azure storage key", "<b:76>+AMC<b:3-8>"), Of("Azure storage key", "<b:76>+ASt<b:3-8>"), Of("Azure Batch key", "<b:76>+ABa<b:3-8>"), Of("Azure Cosmos DB key", "<b:76>ACDb<b:3-8>"),
        Of("Azure Service Bus key", "<b:33>+ASb<b:3-8>"), Of("Azure Event Hubs key", "<b:33>+AEh<b:3-8>"), Of("Azure IoT key", "<b:33>AIoT<b:3-8>"), Of("Azure Relay key", "<b:33>+ARm<b:3-8>"),
        Of("Azure Functions key", "<w:44>AzFu<b:6-10>"), Of("Azure Search key", "<a:42>AzSe<a:6>"), Of("Azure Container Registry key", "<b:42>+ACR<a:6>"), Of("Azure Redis key", "<a:33>AzCa<b:5-8>"), Of("Azure API Management key", "<b:76>APIM<b:3-8>"),
        Of("Azure key", "<a:52>JQQJ99<a:26>"), Of("shared access signature", "sig=<a:43>%3D"), Of("DigitalOcean token", "dop_v1_<h:64>"), Of("DigitalOcean token", "doo_v1_<h:64>"), Of("DigitalOcean token", "dor_v1_<h:64>"),
        Of("Heroku key", "HRKU-<w:36-60>"), Of("Alibaba access key", "LTAI<a:20>"), Of("Alibaba access key", "LTAI5t<a:18>"), Of("Tencent secret id", "AKID<a:32>"), Of("Yandex key", "AQVN<w:35-38>"), Of("Yandex key", "YCAJE<w:20-60>"), Of("Yandex token", "t1.<w:60-300>.<w:80-100>"),
        Of("IBM Cloud key", "ApiKey-<w:36>"), Of("Fly.io token", "fo1_<w:43>"), Of("Fly.io token", "fm1a_<b:80-600>"), Of("Fly.io token", "fm1r_<b:80-600>"), Of("Fly.io token", "fm2_<b:80-600>"), Of("Scalingo token", "tk-us-<w:48>"), Of("Netlify token", "nfp_<a:36>"), Of("Render key", "rnd_<a:32>"),
        Of("Cloudflare origin CA key", "v1.0-<h:24>-<h:146>"), Of("OpenShift token", "sha256~<w:43>"), Of("Supabase token", "sbp_<h:40>"), Of("Supabase secret key", "sb_secret_<w:31>"), Of("PlanetScale password", "pscale_pw_<v:32-64>"), Of("PlanetScale token", "pscale_tkn_<v:32-64>"), Of("PlanetScale token", "pscale_oauth_<v:32-64>"),
        Of("Vault token", "hvs.<w:24-120>"), Of("Vault token", "hvb.<w:100-300>"), Of("Vault token", "hvr.<w:24-300>"), Of("Doppler token", "dp.pt.<a:40-44>"), Of("Doppler token", "dp.st.<v:40-80>"), Of("Doppler token", "dp.ct.<a:40-44>"), Of("Doppler token", "dp.sa.<a:40-44>"), Of("Doppler token", "dp.scim.<a:40-44>"), Of("Doppler token", "dp.audit.<a:40-44>"),
        Of("1Password token", "ops_eyJ<b:200-600>"), Of("1Password secret key", "A3-<u:6>-<u:6>-<u:5>-<u:5>-<u:5>-<u:5>"), Of("1Password secret key", "A3-<u:6>-<u:11>-<u:5>-<u:5>-<u:5>"), Of("Databricks token", "dapi<h:32>"), Of("Databricks token", "dapi<h:32>-<d:1>"), Of("Dynatrace token", "dt0c01.<u:24>.<u:64>"), Of("Dynatrace token", "dt0s16.<u:8>.<u:64>"),
        Of("Tailscale key", "tskey-<w:20-80>"), Of("age key", "AGE-SECRET-KEY-1<u:58>"), Of("Infisical token", "st.<H:24>.<h:32>.<h:32>"), Of("Cloudinary URL", "cloudinary://<d:12-18>:<w:24-32>@"), Of("Kubernetes bootstrap token", "bootstrap-token-<l:6>.<l:16>"),

        // Models
        Of("OpenAI key", "sk-<a:20>T3BlbkFJ<a:20>"), Of("OpenAI key", "sk-proj-<w:20-180>"), Of("OpenAI key", "sk-svcacct-<w:20-180>"), Of("OpenAI key", "sk-admin-<w:20-180>"), Of("OpenAI key", "sk-<a:48>"), Of("Anthropic key", "sk-ant-api03-<w:80-100>"), Of("Anthropic key", "sk-ant-<w:24-120>"),
        Of("OpenRouter key", "sk-or-v1-<h:64>"), Of("DeepSeek key", "sk-<h:32>"), Of("Hugging Face token", "hf_<a:34>"), Of("Hugging Face token", "api_org_<a:34>"), Of("Groq key", "gsk_<a:52>"), Of("xAI key", "xai-<w:70-85>"), Of("Perplexity key", "pplx-<a:40-56>"), Of("Replicate token", "r8_<a:37>"), Of("LangSmith key", "lsv2_pt_<h:32>_<h:10>"), Of("LangSmith key", "lsv2_sk_<h:32>_<h:10>"),
        Of("Fireworks key", "fw_<a:24>"), Of("NVIDIA key", "nvapi-<w:60-70>"), Of("Pinecone key", "pcsk_<w:60-80>"), Of("Tavily key", "tvly-<w:32-40>"), Of("Weights and Biases key", "wandb_v1_<w:40-90>"), Of("Langfuse key", "sk-lf-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>"),

        // Messaging and mail
        Of("Slack token", "xoxb-<d:9-14>-<w:16-60>"), Of("Slack token", "xoxp-<d:9-14>-<w:20-90>"), Of("Slack token", "xoxa-<w:10-90>"), Of("Slack token", "xoxr-<w:10-90>"), Of("Slack token", "xoxs-<w:10-90>"), Of("Slack token", "xoxo-<w:10-90>"), Of("Slack token", "xoxe-<d:1>-<a:100-200>"), Of("Slack token", "xoxe.xoxb-<d:1>-<a:100-200>"), Of("Slack token", "xoxe.xoxp-<d:1>-<a:100-200>"), Of("Slack token", "xoxb-<a:8-14>-<a:18-26>"), Of("Slack token", "xapp-<d:1>-<u:8-14>-<d:8-16>-<l:20-80>"),
        Of("Slack webhook", "hooks.slack.com/services/T<u:7-12>/B<u:7-12>/<a:20-26>"), Of("Slack webhook", "hooks.slack.com/workflows/<b:43-80>"), Of("Slack webhook", "hooks.slack.com/triggers/<v:30-80>"), Of("Discord webhook", "discord.com/api/webhooks/<d:17-20>/<w:60-72>"), Of("Discord webhook", "discordapp.com/api/webhooks/<d:17-20>/<w:60-72>"),
        Of("Teams webhook", "webhook.office.com/webhookb2/<H:8>-<H:4>-<H:4>-<H:4>-<H:12>@<v:36-120>"), Of("Telegram bot token", "<d:8-10>:AA<w:32-34>"), Of("Telegram bot token", "<d:5-16>:A<w:34>"), Of("Twilio key", "SK<h:32>"), Of("SendGrid key", "SG.<w:16-32>.<w:16-64>"), Of("Mailgun key", "key-<h:32>"), Of("Mailgun key", "<h:32>-<h:8>-<h:8>"), Of("Mailchimp key", "<h:32>-us<d:1-2>"),
        Of("Brevo key", "xkeysib-<h:64>-<a:16>"), Of("Brevo key", "xsmtpsib-<h:64>-<a:16>"), Of("Resend key", "re_<a:8>_<a:24>"), Of("Discord token", "M<w:23-27>.<w:6>.<w:27-40>"), Of("Discord token", "N<w:23-27>.<w:6>.<w:27-40>"), Of("Discord token", "O<w:23-27>.<w:6>.<w:27-40>"),

        // Payment and shops
        Of("Stripe key", "sk_live_<a:10-120>"), Of("Stripe key", "rk_live_<a:10-120>"), Of("Stripe key", "sk_prod_<a:10-120>"), Of("Stripe key", "rk_prod_<a:10-120>"), Of("Stripe webhook secret", "whsec_<b:24-80>"), Of("Square token", "sq0atp-<w:22-60>"), Of("Square secret", "sq0csp-<w:43>"), Of("Square token", "EAAA<w:22-60>"), Of("Braintree token", "access_token$production$<l:16>$<h:32>"), Of("PayPal token", "A21AA<w:80-100>"),
        Of("Shopify token", "shpat_<H:32>"), Of("Shopify token", "shpca_<H:32>"), Of("Shopify token", "shppa_<H:32>"), Of("Shopify secret", "shpss_<H:32>"), Of("Razorpay key", "rzp_live_<a:14>"), Of("Flutterwave key", "FLWSECK-<h:32>-X"), Of("Flutterwave key", "FLWSECK_TEST-<h:12-32>"), Of("Flutterwave key", "FLWSECK_TEST-<h:32>-X"), Of("Plaid token", "access-production-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>"), Of("Plaid token", "access-sandbox-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>"), Of("Plaid token", "access-development-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>"),
        Of("Shippo token", "shippo_live_<H:40>"), Of("Shippo token", "shippo_test_<H:40>"), Of("EasyPost key", "EZAK<a:54>"), Of("EasyPost key", "EZTK<a:54>"), Of("Duffel token", "duffel_live_<w:43>"), Of("Duffel token", "duffel_test_<w:43>"), Of("GoCardless token", "live_<w:40>"), Of("Frame.io token", "fio-u-<w:64>"), Of("Lob key", "live_<h:35>"),

        // Products
        Of("Facebook token", "EAACEdEose0cBA<a:20-300>"), Of("Facebook token", "EAA<a:80-300>"), Of("Twitter bearer token", "AAAAAAAAAAAAAAAAAAAAA<v:60-120>"), Of("Dropbox token", "sl.<w:130-1200>"), Of("LinkedIn secret", "WPL_AP1.<a:16>.<b:8>"), Of("Linear key", "lin_api_<a:40>"), Of("Notion token", "ntn_<a:40-50>"), Of("Notion token", "secret_<a:43>"), Of("Airtable token", "pat<a:14>.<h:64>"), Of("Asana token", "<d:1>/<d:16>:<h:32>"), Of("Figma token", "figd_<w:40>"),
        Of("Postman key", "PMAK-<H:24>-<H:34>"), Of("HubSpot token", "pat-na1-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>"), Of("HubSpot token", "pat-eu1-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>"), Of("Typeform token", "tfp_<v:40-60>"), Of("Contentful token", "CFPAT-<w:43>"), Of("Mapbox token", "sk.<w:60-120>.<w:22>"), Of("Mapbox token", "pk.<a:60>.<a:22>"), Of("Adafruit key", "aio_<a:28>"), Of("Adobe secret", "p8e-<a:32>"), Of("Adobe secret", "p8-<w:32-40>"), Of("Beamer token", "b_<w:44>"),
        Of("Intra 42 secret", "s-s4t2ud-<h:64>"), Of("Intra 42 secret", "s-s4t2af-<h:64>"), Of("LaunchDarkly key", "sdk-<h:8>-<h:4>-<h:4>-<h:4>-<h:12>"), Of("LaunchDarkly key", "api-<h:8>-<h:4>-<h:4>-<h:4>-<h:12>"), Of("WakaTime key", "waka_<h:8>-<h:4>-<h:4>-<h:4>-<h:12>"), Of("Zuplo key", "zpka_<w:32-60>"), Of("SettleMint token", "sm_pat_<a:16>"), Of("SettleMint token", "sm_aat_<a:16>"), Of("SettleMint token", "sm_sat_<a:16>"), Of("MaxMind key", "<a:6>_<a:29>_mmk"), Of("Sidekiq key", "BUNDLE_ENTERPRISE__CONTRIBSYS__COM=<h:8>:<h:8>"), Of("Bitwarden key", "0.<H:8>-<H:4>-<H:4>-<H:4>-<H:12>.<b:30>:<b:24>"),

        // Watching
        Of("New Relic key", "NRAK-<a:27>"), Of("New Relic key", "NRII-<w:32>"), Of("New Relic key", "NRIQ-<w:32>"), Of("New Relic key", "NRAL-<w:20-40>"), Of("New Relic browser key", "NRJS-<H:19>"), Of("New Relic license key", "<H:36>NRAL"), Of("Grafana token", "glc_<b:32-400>"), Of("Grafana token", "glsa_<a:32>_<H:8>"), Of("Grafana key", "eyJrIjoi<b:60-400>"),
        Of("Sentry token", "sntrys_eyJ<v:80-250>"), Of("Sentry token", "sntryu_<h:64>"), Of("PostHog key", "phx_<a:43-48>"), Of("Honeycomb key", "hcaik_<l:58>"), Of("Honeycomb key", "hcxik_<l:58>"), Of("Honeycomb key", "hcbik_<l:58>"), Of("ClickHouse Cloud key", "4b1d<a:38>"), Of("Sumo Logic id", "su<a:12>0000"), Of("PagerDuty token", "pdus+<w:20-40>"), Of("Opsgenie key", "GenieKey <h:8>-<h:4>-<h:4>-<h:4>-<h:12>"),
    ];

    private static readonly Dictionary<char, TokenFormat[]> ByFirst = All.GroupBy(f => f.Pattern.Anchor[0]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>The first token in a text.</summary>
    public static (TokenFormat Format, int Start, int Length)? Find(string text)
    {
        if (text.Length < 16)
            return null;
        for (var i = 0; i < text.Length - 6; i++)
        {
            if (!ByFirst.TryGetValue(text[i], out var formats))
                continue;
            foreach (var format in formats)
            {
                if (string.CompareOrdinal(text, i, format.Pattern.Anchor, 0, format.Pattern.Anchor.Length) == 0
                    && format.Pattern.TryMatch(text, i, out var start, out var length)
                    && IsReal(text.Substring(start, length), format.Pattern.Anchor))
                    return (format, start, length);
            }
        }

        return null;
    }

    /// <summary>Not the placeholder of the vendor's docs: <c>xoxb-your-token-here</c>, <c>AKIAXXXXXXXXXXXXXXXX</c>.</summary>
    private static bool IsReal(string token, string anchor)
    {
        var at = token.IndexOf(anchor, StringComparison.Ordinal);
        var body = at == 0 ? token.Substring(anchor.Length) : token;
        var shape = new ValueShape(body);
        return shape.Entropy >= (body.Length < 24 ? 2.2 : 2.8)
            && (shape.Digits > 0 || (shape.Upper > 1 && shape.Lower > 1))
            && shape.WordLikeness < 0.6
            && !NotASecret.IsPlaceholder(body)
            && token.IndexOf("EXAMPLE", StringComparison.OrdinalIgnoreCase) < 0
            && !IsSequence(body);
    }

    /// <summary><c>1234567890abcdef...</c>: most characters follow the one before.</summary>
    private static bool IsSequence(string body)
    {
        var follows = 0;
        for (var i = 1; i < body.Length; i++)
        {
            if (body[i] == body[i - 1] + 1 || body[i] == body[i - 1])
                follows++;
        }

        return follows > 0.75 * body.Length;
    }

    private static TokenFormat Of(string name, string pattern, Func<string, bool>? check = null) => new(name, new TokenPattern(pattern), check);
}
