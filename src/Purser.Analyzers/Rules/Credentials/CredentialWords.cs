namespace Purser.Analyzers.Rules.Credentials;

/// <summary>The words that names are read by. All lower case; compared whole, but for the endings of words written together (<c>dbpassword</c>).</summary>
internal static class CredentialWords
{
    /// <summary>A value under one of these is a password whatever it looks like, placeholders aside.</summary>
    public static readonly HashSet<string> Password = Set("""
        password passwords passwd passwds pwd pwds passphrase passphrases passcode passcodes passw passwrd pasword pswd pswrd psw pwrd userpass dbpass mypass
        requirepass adminpass rootpass smtppass mailpass ftppass sapassword sapwd userpwd userpw dbpw dbpwd adminpw rootpw loginpwd loginpw
        passwort kennwort contrasena contraseña senha motdepasse wachtwoord parola parool heslo haslo hasło lozinka salasana sifre şifre jelszo jelszó losenord lösenord adgangskode
        """);

    /// <summary>The same, but the words mean other things too: a plain word under one of these says nothing.</summary>
    public static readonly HashSet<string> AmbiguousPassword = Set("pass pw pin parol mdp clave");

    public static readonly HashSet<string> Secret = Set("""
        secret secrets clientsecret appsecret sharedsecret apisecret consumersecret secretkey secretkeys jwtsecret appsecretkey secretaccesskey
        accesskeysecret keysecret tokensecret authsecret
        """);

    /// <summary>Keys and tokens written as one word.</summary>
    public static readonly HashSet<string> JoinedKey = Set("""
        apikey apikeys accesskey accesskeys accountkey authkey privatekey privkey signingkey encryptionkey decryptionkey masterkey subscriptionkey storagekey
        sharedkey appkey clientkey sharedaccesskey securitykey cryptokey cryptkey jwtkey aeskey deskey rsakey hmackey instrumentationkey0 functionkey hostkey0 webhookkey
        licensekey
        """);

    public static readonly HashSet<string> JoinedToken = Set("""
        accesstoken accesstokens authtoken authtokens bearertoken refreshtoken apitoken apitokens sastoken pat oauthtoken bottoken jwttoken idtoken usertoken sessiontoken securitytoken
        """);

    /// <summary>What stands before <c>key</c> where the key is a secret one.</summary>
    public static readonly HashSet<string> BeforeKey = Set("""
        api apis app application access account auth authentication authorization admin secret private priv signing sign signature encryption encrypt encrypted decryption decrypt
        crypto crypt cryptographic cipher aes des tripledes rijndael rsa hmac jwt bearer symmetric security master subscription storage shared service license licence client consumer
        sendgrid stripe twilio mailgun mailchimp google maps azure aws amazon s3 openai anthropic github slack firebase cosmos cosmosdb search cognitive speech translator vision face
        bing luis function webhook token ssh ssl tls cert certificate pgp gpg developer dev merchant payment paypal razorpay square algolia datadog rollbar sentry steam tmdb omdb weather
        geocoding newrelic pusher ably clarifai rapidapi riot youtube yandex vapid fcm gcm integration deployment project tenant validation machine serial activation registration
        """);

    /// <summary>What stands before <c>token</c> where the token lets its bearer in.</summary>
    public static readonly HashSet<string> BeforeToken = Set("""
        access auth authentication authorization bearer refresh api oauth oauth2 sas bot jwt security session personal pat id device push user app application client admin service
        github gitlab slack discord telegram twilio facebook twitter dropbox npm nuget azure aws vault sonar travis circleci appveyor heroku mapbox line page0 webhook deploy hub
        account master secret private login sso portal identity
        """);

    /// <summary>What stands before <c>key</c> or <c>token</c> where it is something else altogether.</summary>
    public static readonly HashSet<string> NeverBefore = Set("""
        public pub site publishable primary foreign partition cache caching sort row dictionary dict registry reg setting settings config configuration resource resources translation localization
        lookup index map unique natural composite surrogate object keyboard hot short shortcut json xml header claim claims route routing event message topic state property field column
        entity group order cancellation csrf xsrf antiforgery forgery verification syntax continuation next page paging sync change reload string start end open close keyword
        parse parser lexer concurrency replace replacement placeholder delimiter separator comma operator expression marker escape wildcard root sub parent node tree menu
        tab ui enter arrow function0 modifier press down up left right delete lock etag last first item data view viewdata viewbag tempdata temp meta metadata query parameter param
        i18n locale culture log logging metric metrics trace correlation idempotency dedup deduplication content bucket blob file folder path lang language permission policy feature flag
        option options attribute attr tag label name text title current pagination cursor skip synchronization anti request environment env var variable distributed
        """);

    public static readonly HashSet<string> Weak = Set("token tokens key keys auth authorization credential credentials creds cred salt nonce bearer sas apiauth signature hmac jwt psk otp");

    /// <summary>After the credential word: the name of it, a text about it, a place of it.</summary>
    public static readonly HashSet<string> NegativeTail = Set("""
        name names id ids identifier hash hashes hashed sha md bcrypt digest checksum crc label labels text texts message messages msg error errors err exception prompt hint question questions answer format formatted
        pattern regex regexp expression policy policies length len min max minimum maximum url urls uri path paths file files filename field fields column columns property properties prop
        param params parameter parameters header headers section prefix suffix type types scheme claim claims cookie cookies placeholder template templates alphabet chars characters
        provider providers expiry expiration expires expired source endpoint version title caption description desc tooltip help page view views link route action actions button btn box
        textbox input control element selector xpath locator css class style icon attribute attributes attr arg argument args option options flag switch command cmd event events handler service
        services manager generator factory validator validation validate encoder hasher algorithm algo alg mode status state result response request count size limit index position
        offset start end begin separator delimiter variable var env envvar environment setting settings config configuration table schema query sql role roles permission scope scopes audience
        issuer subject tag tags category group feature topic queue exchange dir directory folder location host port server address email user username login lifetime timeout ttl date
        time timestamp created updated changed reset required enabled disabled valid invalid store vault ref reference mask masked score strength rule rules requirement requirements info
        metadata kind model dto entity object json xml resource resources localized translation culture by method strategy step char dialog form window screen grant flow change changing
        updating recovery history usage notice notification mail subject body html sent successfully success failed failure mismatch confirmation extension extensions context converter
        client constants visible visibility display order encoding encryption encrypted cache purpose comparer comparison helper util tests suite fixture case cases
        keyname region loc i18n thumbprint fingerprint salt0 management mapping mappings list listing dropdown entry lookup operation operations node syntax span
        """);

    /// <summary>After the credential word, and saying nothing against it.</summary>
    public static readonly HashSet<string> NeutralTail = Set("""
        value values val string str data default test tests prod production dev development staging live local base64 b64 hex bytes byte array plain plaintext raw clear cleartext literal
        const new old current primary secondary admin db database sql root user1 one two a b x s demo sandbox internal external master main original temp tmp my the correct right good
        utf8 buffer secure safe confirm confirmation0 repeat again 64 for and of
        """);

    /// <summary>Before the credential word: wrong on purpose, or about it.</summary>
    public static readonly HashSet<string> NegativeHead = Set("""
        invalid wrong incorrect bad fake dummy mock mocked stub stubbed forgot forgotten lost require requires required has have is are use uses enable enabled allow allows no not without missing empty
        masked redacted hidden hashed show hide min max minimum maximum public pub csrf xsrf antiforgery error err exception validate check verify lbl label btn msg message title
        by unknown unauthorized obfuscated mask placeholder column field attribute attr tag param parameter property prop claim element node input json xml form dom
        """);

    /// <summary>Before the credential word: what stands there is of use only together with something else.</summary>
    public static readonly HashSet<string> Transformed = Set("hashed masked obfuscated encrypted wrapped protected sealed encoded0");

    /// <summary>Before <c>pass</c>, where it is one of several passes.</summary>
    public static readonly HashSet<string> BeforeOtherPass = Set("""
        first second third one two multi single next last final render rendering filter depth shadow post pre sub blur bloom lighting light geometry forward deferred compute draw scan
        compiler optimization analysis boarding season ski bus travel
        """);

    /// <summary>Before <c>password</c> or <c>secret</c>: whose it is. A value that only says "password" is then a weak one, and no name.</summary>
    public static readonly HashSet<string> Owners = Set("""
        default admin administrator db database client cert certificate test root smtp mail email sa master shared app server service sql mysql postgres postgresql redis mongo rabbit rabbitmq
        jwt demo system ftp ldap proxy keystore pfx seed initial dev
        """);

    /// <summary>A word that is part of a credential's name.</summary>
    public static bool NamesCredential(string word) =>
        Password.Contains(word) || Secret.Contains(word) || AmbiguousPassword.Contains(word) || JoinedKey.Contains(word) || JoinedToken.Contains(word)
        || word is "key" or "token" or "auth" or "credential" or "credentials" || word.EndsWith("password", StringComparison.Ordinal);

    /// <summary>Holders whose members are names of things, rarely secrets.</summary>
    public static readonly string[] NameHolders = ["Names", "Constants", "Consts", "Claims", "ClaimTypes", "Messages", "Resources", "Keys", "Routes", "Strings", "Labels", "Errors", "Texts", "Fields", "Columns", "Headers", "Permissions", "Scopes", "Policies", "Events", "Parameters", "Settings0", "Tags", "Types"];

    private static HashSet<string> Set(string words) =>
        new(words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
