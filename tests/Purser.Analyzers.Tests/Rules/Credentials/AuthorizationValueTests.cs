using System.Text;
using Purser.Analyzers.Rules.Credentials;

namespace Purser.Analyzers.Tests.Rules.Credentials;

public sealed class AuthorizationValueTests
{
    private static readonly string Body = Convert.ToBase64String(Enumerable.Range(0, 300).Select(i => (byte)(i * 37)).ToArray());

    [Fact]
    public void Basic_has_user_and_password_in_it()
    {
        var value = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:secret123"));
        Assert.Equal(("PUR3001", 6), (CredentialClassifier.Classify(null, value)?.RuleId, CredentialClassifier.Classify(null, value)?.Start));
        Assert.Equal("PUR3001", CredentialClassifier.Classify(null, "Authorization: " + value)?.RuleId);
    }

    [Theory]
    [InlineData("Bearer q7Ws9Ed3Rf5Tg1Yh8Uj2Ik4Ol6Pz0Xc")]
    [InlineData("Token 9f3b1c7e5a0d48269e8d7f6b5a4c3d2e91f0a7b6")]
    [InlineData("SharedAccessSignature sr=x&sig=abc%3D&se=1&skn=y")]
    public void A_token_after_its_scheme_is_found(string value) => Assert.Equal("PUR3001", CredentialClassifier.Classify(null, value)?.RuleId);

    [Theory]
    [InlineData("Basic ")]
    [InlineData("Basic authentication is required")]
    [InlineData("Basic YWRtaW4=")]
    [InlineData("Bearer {token}")]
    [InlineData("Bearer <token>")]
    [InlineData("Bearer \uFFFC")]
    [InlineData("Bearer token missing or invalid")]
    [InlineData("Authorization: Bearer YOUR_ACCESS_TOKEN")]
    [InlineData("Bearer realm=\"orders\"")]
    public void Schemes_and_templates_are_fine(string value) => Assert.Null(CredentialClassifier.Classify(null, value));

    [Theory]
    [InlineData("RSA PRIVATE KEY")]
    [InlineData("EC PRIVATE KEY")]
    [InlineData("PRIVATE KEY")]
    [InlineData("ENCRYPTED PRIVATE KEY")]
    [InlineData("OPENSSH PRIVATE KEY")]
    [InlineData("PGP PRIVATE KEY BLOCK")]
    public void A_private_key_is_one_with_its_body(string label)
    {
        Assert.Equal("private key", CredentialClassifier.Classify(null, $"-----BEGIN {label}-----\n{Body}\n-----END {label}-----")?.What);
        Assert.Equal("private key", CredentialClassifier.Classify(null, $"{{\"private_key\":\"-----BEGIN {label}-----\\n{Body}\\n-----END {label}-----\\n\"}}")?.What);
        Assert.Null(CredentialClassifier.Classify(null, $"-----BEGIN {label}-----"));
        Assert.Null(CredentialClassifier.Classify(null, $"-----BEGIN {label}-----\n...\n-----END {label}-----"));
        Assert.Null(CredentialClassifier.Classify(null, $"-----BEGIN {label}-----\n\uFFFC\n-----END {label}-----"));
    }

    [Fact]
    public void Keys_as_xml_and_as_json_are_private_by_their_d()
    {
        Assert.Equal("private key", CredentialClassifier.Classify(null, $"<RSAKeyValue><Modulus>{Body}</Modulus><Exponent>AQAB</Exponent><D>{Body}</D></RSAKeyValue>")?.What);
        Assert.Null(CredentialClassifier.Classify(null, $"<RSAKeyValue><Modulus>{Body}</Modulus><Exponent>AQAB</Exponent></RSAKeyValue>"));
        Assert.Equal("private key", CredentialClassifier.Classify(null, $"{{\"kty\":\"RSA\",\"n\":\"{Body}\",\"e\":\"AQAB\",\"d\":\"{Body}\"}}")?.What);
        Assert.Null(CredentialClassifier.Classify(null, $"{{\"kty\":\"RSA\",\"n\":\"{Body}\",\"e\":\"AQAB\"}}"));
    }

    [Fact]
    public void A_certificate_and_a_public_key_are_public()
    {
        Assert.Null(CredentialClassifier.Classify(null, $"-----BEGIN CERTIFICATE-----\n{Body}\n-----END CERTIFICATE-----"));
        Assert.Null(CredentialClassifier.Classify(null, $"-----BEGIN PUBLIC KEY-----\n{Body}\n-----END PUBLIC KEY-----"));
    }

    [Fact]
    public void A_json_web_token_is_known_by_its_header()
    {
        var header = Segment("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        var payload = Segment("{\"sub\":\"8812345678\",\"name\":\"Jo\"}");
        Assert.Equal("JSON Web Token", CredentialClassifier.Classify(null, $"{header}.{payload}.k3Lm0XvTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPn")?.What);
        Assert.Equal("JSON Web Token", CredentialClassifier.Classify(null, $"Bearer {header}.{payload}.k3Lm0XvTb7NwRy5CpHd2FgJ4sUe6oIa9WxQz1KtMvPn")?.What);
        Assert.Null(CredentialClassifier.Classify(null, $"{header}.{payload}."));
        Assert.Null(CredentialClassifier.Classify(null, $"{header}.\uFFFC.\uFFFC"));
        Assert.Null(CredentialClassifier.Classify(null, "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"));
    }

    private static string Segment(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=');
}
