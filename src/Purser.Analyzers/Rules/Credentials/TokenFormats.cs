namespace Purser.Analyzers.Rules.Credentials;

/// <summary>A vendor's token format.</summary>
/// <param name="Name">For the message: <c>GitHub token</c>.</param>
/// <param name="Check">The checksum, where the vendor documents one; a mismatch lowers the confidence.</param>
internal sealed record TokenFormat(string Name, TokenPattern Pattern, Func<string, bool>? Check = null)
{
    /// <summary>Of a vendor's test environment: it opens nothing but toys.</summary>
    public bool IsForTests => Name.EndsWith("test key", StringComparison.Ordinal);
}

/// <summary>The formats that give a token away under any name, as their vendors document them: a vendor's on each line, the name first.</summary>
internal static class TokenFormats
{
    private const string CodeHostingAndDelivery = """
        GitHub token: ghp_<a:36> gho_<a:36> ghu_<a:36> ghs_<a:36> ghr_<a:36-76> github_pat_<a:22>_<a:59> github_pat_<w:82>
        GitLab token: glpat-<v:20-300> glptt-<h:40> gldt-<v:20-64> glrt-<v:20-300> glrtr-<v:20-300> glcbt-<v:20-300> glft-<v:20-64> glffct-<w:20-64> glimt-<w:25> glagent-<w:50-60> gloas-<w:64> glsoat-<w:20-64> glwt-<w:20-64> GR1348941<w:20>
        GitLab session: _gitlab_session=<H:32>
        Bitbucket token: ATBB<w:24-40> BBDC-<b:44>
        Atlassian token: ATATT3<v:50-240> ATCTT3<v:50-240> ATSTT3<v:50-240> ATOAtlassian<v:20-200>
        Azure DevOps token: <a:52>JQQJ99<a:12-20>AZDO<a:4-10>
        npm token: npm_<a:36>
        NuGet key: oy2<l:43>
        PyPI token: pypi-AgEI<w:50-1000> pypi-AgENdGVzdC5weXBpLm9yZ<w:50-1000>
        RubyGems key: rubygems_<h:48>
        Docker Hub token: dckr_pat_<w:27> dckr_oat_<w:32>
        Clojars token: CLOJARS_<l:60>
        crates.io token: cio<a:32>
        SonarQube token: sqp_<h:40> squ_<h:40> sqa_<h:40>
        CircleCI token: CCIPAT_<a:22>_<H:40> CCIPRJ_<a:22>_<H:40>
        Buildkite token: bkua_<h:40>
        Octopus Deploy key: API-<u:26-32>
        Sourcegraph token: sgp_<H:40> sgp_<H:16>_<H:40> sgp_local_<H:40>
        JFrog key: AKCp<a:69>
        JFrog reference token: cmVmdGtu<a:56>
        Harness token: pat.<w:22>.<H:24>.<a:20> sat.<w:22>.<H:24>.<a:20>
        Pulumi token: pul-<h:40>
        Terraform token: <a:14>.atlasv1.<v:60-70>
        Infracost key: ico-<a:32>
        Prefect key: pnu_<l:36>
        Snyk token: snyk_uat.<H:8>.<w:20-600>
        ReadMe key: rdme_<l:70>
        Expo token: expo_<w:40>
        Apify token: apify_api_<a:36>
        dbt Cloud token: dbtc_<w:30-60> dbtu_<w:30-60>
        Socket key: sktsec_<w:40-60>
        Docker Swarm token: SWMTKN-1-<l:50>-<l:25>
        JetBrains token: perm:<b:8-80>.<b:8-80>.<b:20-80> perm-<b:8-80>.<b:8-80>.<b:20-80>
        """;

    private const string Clouds = """
        AWS access key: AKIA<u:16> ASIA<u:16> ABIA<u:16> ACCA<u:16>
        AWS Bedrock key: ABSK<b:109-269> bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t<b:20-2000>
        Amazon MWS token: amzn.mws.<h:8>-<h:4>-<h:4>-<h:4>-<h:12>
        Google API key: AIza<w:35>
        Google OAuth secret: GOCSPX-<w:28>
        Google OAuth token: ya29.<v:20-300>
        Google refresh token: 1//0<w:60-140>
        AWS session token: FwoGZXIvYXdz<b:100-1500> IQoJb3JpZ2lu<b:100-1500>
        Scaleway access key: SCW<u:17>
        UpCloud token: ucat_<u:26>
        Akamai token: akab-<w:16>-<w:16>
        Baidu Cloud key: bce-v3/ALTAK-<a:21>/<h:40>
        Aiven password: AVNS_<w:19-20>
        MongoDB Atlas secret: mdb_sa_sk_<w:40>
        Neon key: napi_<l:64>
        Vercel token: vcp_<a:40-60> vck_<a:40-60>
        Xata key: xau_<a:32-44>
        NetBird token: nbp_<a:36>
        Azure AD client secret: <z:3>8Q~<z:31-34> <z:3>7Q~<z:31-34> <z:3>6Q~<z:31-34> <z:3>9Q~<z:31-34> <z:3>5Q~<z:31-34>
        Azure storage key: <b:76>+AMC<b:3-8> <b:76>+ASt<b:3-8>
        Azure Batch key: <b:76>+ABa<b:3-8>
        Azure Cosmos DB key: <b:76>ACDb<b:3-8>
        Azure Service Bus key: <b:33>+ASb<b:3-8>
        Azure Event Hubs key: <b:33>+AEh<b:3-8>
        Azure IoT key: <b:33>AIoT<b:3-8>
        Azure Relay key: <b:33>+ARm<b:3-8>
        Azure Functions key: <w:44>AzFu<b:6-10>
        Azure Search key: <a:42>AzSe<a:6>
        Azure Container Registry key: <b:42>+ACR<a:6>
        Azure Redis key: <a:33>AzCa<b:5-8>
        Azure API Management key: <b:76>APIM<b:3-8>
        Azure key: <a:52>JQQJ99<a:26>
        shared access signature: sig=<a:43>%3D sig=<p:43-90>%3D sig=<b:43>=
        DigitalOcean token: dop_v1_<h:64> doo_v1_<h:64> dor_v1_<h:64>
        Heroku key: HRKU-<w:36-64>
        Alibaba access key: LTAI<a:20> LTAI5t<a:18> LTAI<a:12>
        Tencent secret id: AKID<a:32>
        Yandex key: AQVN<w:35-38> YCAJE<w:20-60> y0_<w:55-60> y3_<w:55-60>
        Yandex token: t1.<w:60-300>.<w:80-100>
        IBM Cloud key: ApiKey-<w:36>
        Fly.io token: fo1_<w:43> fm1a_<b:80-600> fm1r_<b:80-600> fm2_<b:80-600>
        Scalingo token: tk-us-<w:48>
        Netlify token: nfp_<a:36>
        Render key: rnd_<a:32>
        Cloudflare origin CA key: v1.0-<h:24>-<h:146>
        OpenShift token: sha256~<w:43>
        Supabase token: sbp_<h:40>
        Supabase secret key: sb_secret_<w:31>
        PlanetScale password: pscale_pw_<v:32-64>
        PlanetScale token: pscale_tkn_<v:32-64> pscale_oauth_<v:32-64>
        Vault token: hvs.<w:24-120> hvb.<w:100-300> hvr.<w:24-300>
        Doppler token: dp.pt.<a:40-44> dp.st.<v:40-80> dp.ct.<a:40-44> dp.sa.<a:40-44> dp.scim.<a:40-44> dp.audit.<a:40-44>
        1Password token: ops_eyJ<b:200-600>
        1Password secret key: A3-<u:6>-<u:6>-<u:5>-<u:5>-<u:5>-<u:5> A3-<u:6>-<u:11>-<u:5>-<u:5>-<u:5>
        Databricks token: dapi<h:32> dapi<h:32>-<d:1>
        Dynatrace token: dt0c01.<u:24>.<u:64> dt0s16.<u:8>.<u:64>
        Tailscale key: tskey-<w:20-80>
        age key: AGE-SECRET-KEY-1<u:58>
        Infisical token: st.<H:24>.<h:32>.<h:32>
        Cloudinary URL: cloudinary://<d:12-18>:<w:24-32>@
        Kubernetes bootstrap token: bootstrap-token-<l:6>.<l:16>
        """;

    private const string Models = """
        OpenAI key: sk-<a:20>T3BlbkFJ<a:20> sk-proj-<w:20-180> sk-svcacct-<w:20-180> sk-admin-<w:20-180> sk-None-<w:20-180> sk-<a:48>
        Anthropic key: sk-ant-<w:24-130>
        OpenRouter key: sk-or-v1-<h:64>
        DeepSeek key: sk-<h:32>
        Hugging Face token: hf_<a:34> api_org_<a:34>
        Groq key: gsk_<a:52>
        xAI key: xai-<w:70-85>
        Perplexity key: pplx-<a:40-56>
        Replicate token: r8_<a:37>
        LangSmith key: lsv2_pt_<h:32>_<h:10> lsv2_sk_<h:32>_<h:10>
        Fireworks key: fw_<a:24>
        NVIDIA key: nvapi-<w:60-70>
        Pinecone key: pcsk_<w:60-80>
        Tavily key: tvly-<w:32-40>
        Weights and Biases key: wandb_v1_<w:40-90>
        Cerebras key: csk-<l:48>
        ElevenLabs key: sk_<h:48>
        Jina key: jina_<w:40-64>
        Voyage key: pa-<w:43>
        Firecrawl key: fc-<h:32>
        E2B key: e2b_<h:40>
        RunPod key: rpa_<u:40-50>
        Helicone key: sk-helicone-<w:20-60>
        Coze token: pat_<a:64>
        Langfuse key: sk-lf-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>
        """;

    private const string MessagingAndMail = """
        Slack token: xoxb-<d:9-14>-<w:16-60> xoxp-<d:9-14>-<w:20-90> xoxa-<w:10-90> xoxr-<w:10-90> xoxs-<w:10-90> xoxo-<w:10-90> xoxe-<d:1>-<a:100-200> xoxe.xoxb-<d:1>-<a:100-200> xoxe.xoxp-<d:1>-<a:100-200> xoxb-<a:8-14>-<a:18-26> xoxc-<w:20-120> xoxd-<p:20-300> xapp-<d:1>-<u:8-14>-<d:8-16>-<l:20-80>
        Slack webhook: hooks.slack.com/services/T<u:7-12>/B<u:7-12>/<a:20-26> hooks.slack.com/workflows/<b:43-80> hooks.slack.com/triggers/<v:30-80>
        Discord webhook: discord.com/api/webhooks/<d:17-20>/<w:60-72> discordapp.com/api/webhooks/<d:17-20>/<w:60-72>
        Discord token: M<w:23-27>.<w:6>.<w:27-40> N<w:23-27>.<w:6>.<w:27-40> O<w:23-27>.<w:6>.<w:27-40> mfa.<w:80-90>
        Teams webhook: webhook.office.com/webhookb2/<H:8>-<H:4>-<H:4>-<H:4>-<H:12>@<v:36-120>
        Telegram bot token: <d:8-10>:AA<w:32-34> <d:5-16>:A<w:34>
        Twilio key: SK<h:32>
        SendGrid key: SG.<w:16-32>.<w:16-64>
        Mailgun key: key-<h:32> <h:32>-<h:8>-<h:8>
        Mailchimp key: <h:32>-us<d:1-2>
        Mandrill key: md-<w:22>
        Brevo key: xkeysib-<h:64>-<a:16> xsmtpsib-<h:64>-<a:16>
        Resend key: re_<a:8>_<a:24>
        MailerSend token: mlsn.<h:64>
        Telnyx key: KEY<u:32>_<a:22>
        Twitch token: oauth:<l:30>
        """;

    private const string PaymentAndShops = """
        Stripe key: sk_live_<a:10-120> rk_live_<a:10-120> sk_prod_<a:10-120> rk_prod_<a:10-120>
        Stripe test key: sk_test_<a:20-120> rk_test_<a:20-120>
        Stripe webhook secret: whsec_<b:24-80>
        Square token: sq0atp-<w:22-60> EAAA<w:22-60>
        Square secret: sq0csp-<w:43>
        Braintree token: access_token$production$<l:16>$<h:32>
        Braintree test key: access_token$sandbox$<l:16>$<h:32>
        PayPal token: A21AA<w:80-100>
        Shopify token: shpat_<H:32> shpca_<H:32> shppa_<H:32>
        Shopify secret: shpss_<H:32>
        Razorpay key: rzp_live_<a:14>
        Razorpay test key: rzp_test_<a:14>
        Flutterwave key: FLWSECK-<h:32>-X
        Flutterwave test key: FLWSECK_TEST-<h:32>-X FLWSECK_TEST-<h:12-32>
        Paystack key: sk_live_<h:40>
        Plaid token: access-production-<H:8>-<H:4>-<H:4>-<H:4>-<H:12> access-sandbox-<H:8>-<H:4>-<H:4>-<H:4>-<H:12> access-development-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>
        Shippo token: shippo_live_<H:40> shippo_test_<H:40>
        EasyPost key: EZAK<a:54> EZTK<a:54>
        Duffel token: duffel_live_<w:43> duffel_test_<w:43>
        GoCardless token: live_<w:40>
        Lob key: live_<h:35>
        Mollie key: live_<a:30-36>
        WooCommerce key: ck_<h:40> cs_<h:40>
        Midtrans key: Mid-server-<w:24>
        Midtrans test key: SB-Mid-server-<w:24>
        Xendit key: xnd_production_<a:40-70>
        Xendit test key: xnd_development_<a:40-70>
        Paddle key: pdl_live_apikey_<l:26>_<a:22>_<a:3>
        Frame.io token: fio-u-<w:64>
        """;

    private const string Products = """
        Facebook token: EAACEdEose0cBA<a:20-300> EAA<a:80-300>
        Instagram token: IGQV<w:80-300> IGAA<w:80-300>
        Twitter bearer token: AAAAAAAAAAAAAAAAAAAAA<p:60-160>
        Dropbox token: sl.<w:130-1200>
        LinkedIn secret: WPL_AP1.<a:16>.<b:8>
        Linear key: lin_api_<a:40>
        Notion token: ntn_<a:40-50> secret_<a:43>
        Airtable token: pat<a:14>.<h:64>
        Asana token: <d:1>/<d:16>:<h:32>
        Figma token: figd_<w:40>
        Postman key: PMAK-<H:24>-<H:34>
        HubSpot token: pat-na1-<H:8>-<H:4>-<H:4>-<H:4>-<H:12> pat-eu1-<H:8>-<H:4>-<H:4>-<H:4>-<H:12> pat-na2-<H:8>-<H:4>-<H:4>-<H:4>-<H:12>
        Typeform token: tfp_<v:40-60>
        Contentful token: CFPAT-<w:43>
        Mapbox token: sk.<w:60-120>.<w:22>
        Adafruit key: aio_<a:28>
        Adobe secret: p8e-<a:32> p8-<w:32-40>
        Beamer token: b_<w:44>
        Intra 42 secret: s-s4t2ud-<h:64> s-s4t2af-<h:64>
        LaunchDarkly key: sdk-<h:8>-<h:4>-<h:4>-<h:4>-<h:12> api-<h:8>-<h:4>-<h:4>-<h:4>-<h:12>
        WakaTime key: waka_<h:8>-<h:4>-<h:4>-<h:4>-<h:12>
        Riot key: RGAPI-<h:8>-<h:4>-<h:4>-<h:4>-<h:12>
        Zuplo key: zpka_<w:32-60>
        SettleMint token: sm_pat_<a:16> sm_aat_<a:16> sm_sat_<a:16>
        MaxMind key: <a:6>_<a:29>_mmk
        Salesforce token: 00D<a:12-15>!<v:80-120>
        Trello token: ATTA<h:64>
        ClickUp token: pk_<d:5-10>_<u:32>
        Cal.com key: cal_live_<h:32>
        Zoho token: 1000.<h:32>.<h:32>
        Esri key: AAPK<w:60-120>
        Stytch secret: secret-live-<w:36>
        Statsig secret: secret-<a:43>
        Sidekiq key: BUNDLE_ENTERPRISE__CONTRIBSYS__COM=<h:8>:<h:8>
        Bitwarden key: 0.<H:8>-<H:4>-<H:4>-<H:4>-<H:12>.<b:30>:<b:24>
        """;

    private const string Watching = """
        New Relic key: NRAK-<u:27> NRII-<w:32> NRIQ-<w:32> NRRA-<h:42>
        New Relic license key: <H:36>NRAL
        New Relic browser key: NRJS-<H:19>
        Grafana token: glc_<b:32-400> glsa_<a:32>_<H:8>
        Grafana key: eyJrIjoi<b:60-400>
        Sentry token: sntrys_eyJ<v:80-250> sntryu_<h:64>
        PostHog key: phx_<a:43-48>
        Honeycomb key: hcaik_<l:58> hcxik_<l:58> hcbik_<l:58>
        ClickHouse Cloud key: 4b1d<a:38>
        PagerDuty token: pdus+<w:20-40>
        """;

    public static readonly TokenFormat[] All = [.. new[] { CodeHostingAndDelivery, Clouds, Models, MessagingAndMail, PaymentAndShops, Products, Watching }.SelectMany(Read)];

    /// <summary>The formats by the two characters that their anchors start with: most texts hold none of these pairs.</summary>
    private static readonly Dictionary<int, TokenFormat[]> ByPair = All.Where(static format => format.Pattern.Anchor.Length > 1)
        .GroupBy(static format => Pair(format.Pattern.Anchor[0], format.Pattern.Anchor[1])).ToDictionary(static group => group.Key, static group => group.ToArray());

    private static readonly TokenFormat[] OfOneCharacter = [.. All.Where(static format => format.Pattern.Anchor.Length == 1)];

    /// <summary>A bit for each pair that an anchor starts with.</summary>
    private static readonly ulong[] Pairs = Bits(ByPair.Keys.Concat(OfOneCharacter.SelectMany(static format => Enumerable.Range(' ', 95).Select(next => Pair(format.Pattern.Anchor[0], (char)next)))));

    /// <summary>The first token in a text.</summary>
    public static (TokenFormat Format, int Start, int Length)? Find(string text)
    {
        if (text.Length < 16)
            return null;
        for (var i = 0; i < text.Length - 1; i++)
        {
            char first = text[i], second = text[i + 1];
            if (first > 127 || second > 127 || (Pairs[Pair(first, second) >> 6] & (1UL << (Pair(first, second) & 63))) == 0)
                continue;
            if (ByPair.TryGetValue(Pair(first, second), out var formats) && FindAt(text, i, formats) is { } found)
                return found;
            if (FindAt(text, i, OfOneCharacter) is { } other)
                return other;
        }

        return null;
    }

    private static (TokenFormat Format, int Start, int Length)? FindAt(string text, int at, TokenFormat[] formats)
    {
        foreach (var format in formats)
        {
            if (string.CompareOrdinal(text, at, format.Pattern.Anchor, 0, format.Pattern.Anchor.Length) == 0
                && format.Pattern.TryMatch(text, at, out var start, out var length)
                && IsReal(text.Substring(start, length), format.Pattern.Anchor))
                return (format, start, length);
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
            && (shape.Digits > 0 || (shape.Upper > 1 && shape.Lower > 1) || shape.WordLikeness < 0.3)
            && shape.WordLikeness * shape.Letters < 0.55 * body.Length
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

    private static IEnumerable<TokenFormat> Read(string table)
    {
        foreach (var line in table.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            var name = line.Substring(0, colon).Trim();
            foreach (var pattern in line.Substring(colon + 2).Split([' '], StringSplitOptions.RemoveEmptyEntries))
                yield return new TokenFormat(name, new TokenPattern(pattern), HasChecksum(pattern) ? TokenChecksum.IsCrc32Base62 : null);
        }
    }

    private static bool HasChecksum(string pattern) => pattern is "ghp_<a:36>" or "gho_<a:36>" or "ghu_<a:36>" or "ghs_<a:36>" or "npm_<a:36>";

    private static int Pair(char first, char second) => first << 7 | second;

    private static ulong[] Bits(IEnumerable<int> pairs)
    {
        var bits = new ulong[128 * 128 / 64];
        foreach (var pair in pairs)
            bits[pair >> 6] |= 1UL << (pair & 63);
        return bits;
    }
}
