//! Servers and auth: what specs say of them, and what is said of mistakes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
#![allow(clippy::too_many_lines, clippy::needless_raw_string_hashes, reason = "expected texts")]

mod common;

use std::fmt::Write as _;

use callsheet_codegen::model::{Api, Need};
use expect_test::{Expect, expect};

/// Checks the servers, schemes and needs of a spec without mistakes.
fn check(name: &str, text: &str, expected: &Expect) {
    expected.assert_eq(&facts(&common::clean(name, text).api));
}

/// Checks the reports of a spec, in short: place, words, and what to do.
fn reports(name: &str, text: &str, expected: &Expect) {
    let file = common::wrong(name, text);
    let rendered = file.diagnostics.render(&file.sources);
    let mut lines = String::new();
    for line in rendered.lines() {
        if let Some(line) = line.strip_prefix("spec.callsheet:") {
            let _ = writeln!(lines, "{line}");
        } else if let Some((_, help)) = line.split_once("= help: ") {
            let _ = writeln!(lines, "    {help}");
        }
    }
    expected.assert_eq(&lines);
}

fn facts(api: &Api) -> String {
    let mut out = String::new();
    for server in &api.servers {
        let name = server.name.as_ref().map_or("-", |name| name.rust.as_str());
        let _ = writeln!(out, "server {name} {} for {}", server.url, server.replaces);
        for variable in &server.variables {
            let _ = writeln!(
                out,
                "  {} = {:?} of {:?} {:?}",
                variable.name, variable.default, variable.values, variable.checks
            );
        }
    }
    for scheme in &api.auth {
        let _ = writeln!(out, "auth {} {:?} {:?}", scheme.name.rust, scheme.kind, scheme.env);
    }
    let _ = writeln!(out, "need {}", need(api, &api.need));
    for operation in &api.operations {
        let own = operation.need.as_ref().map(|own| need(api, own)).unwrap_or_default();
        let path = format!("{:?}", operation.path);
        let _ = writeln!(out, "{} on {} {path} {own}", operation.name.rust, operation.server);
    }
    out
}

fn need(api: &Api, need: &Need) -> String {
    let alternatives: Vec<String> = need
        .iter()
        .map(|alternative| {
            let uses: Vec<String> = alternative
                .iter()
                .map(|used| format!("{}{:?}", api.auth[used.scheme].name.rust, used.scopes))
                .collect();
            uses.join("&")
        })
        .collect();
    if alternatives.is_empty() { "none".to_owned() } else { alternatives.join(" | ") }
}

#[test]
fn schemes_and_needs() {
    check(
        "access_auth",
        "api Acme {
    server \"https://a.example\"
    auth bearer = env(\"A\", \"B\")
    auth basic as human = env(\"USER\", \"PASSWORD\")
    auth header X-Api-Key
    auth query api_key as key = env(\"KEY\")
    auth cookie sid as session
    auth oauth2 { token_url: \"https://a.example/token\", flow: \"client_credentials\", client_auth: \"body\" } as oauth
    auth oauth2 { token_url: \"https://b.example/token/\" } = env(\"ID\", \"SECRET\")
}
GET /a as any { -> 204 }
GET /b as open { auth none -> 204 }
GET /c as one { auth oauth(\"jobs:write\", \"jobs:read\") -> 204 }
GET /d as several { -> 204 auth human | x_api_key & session | bearer }
",
        &expect![[r#"
            server - https://a.example for 0
            auth bearer Bearer ["A", "B"]
            auth human Basic ["USER", "PASSWORD"]
            auth x_api_key Header("X-Api-Key") []
            auth key Query("api_key") ["KEY"]
            auth session Cookie("sid") []
            auth oauth OAuth2 { token_url: "https://a.example/token", in_body: true } []
            auth oauth2 OAuth2 { token_url: "https://b.example/token/", in_body: false } ["ID", "SECRET"]
            need bearer[] | human[] | x_api_key[] | key[] | session[] | oauth[] | oauth2[]
            any on 0 [Text("/a")] 
            open on 0 [Text("/b")] none
            one on 0 [Text("/c")] oauth["jobs:write", "jobs:read"]
            several on 0 [Text("/d")] human[] | x_api_key[]&session[] | bearer[]
        "#]],
    );
}

#[test]
fn an_api_says_what_every_endpoint_needs() {
    check(
        "access_needs",
        "api Acme {
    server \"https://a.example\"
    auth bearer
    auth header X-Key as key
    auth bearer & key
}
GET /a as both { -> 204 }
GET /b as one { auth key -> 204 }
",
        &expect![[r#"
            server - https://a.example for 0
            auth bearer Bearer []
            auth key Header("X-Key") []
            need bearer[]&key[]
            both on 0 [Text("/a")] 
            one on 0 [Text("/b")] key[]
        "#]],
    );
    check(
        "access_optional",
        "api Acme { server \"https://a.example\" auth bearer auth none }
GET /a as open { -> 204 }
GET /b as closed { auth bearer -> 204 }
",
        &expect![[r#"
            server - https://a.example for 0
            auth bearer Bearer []
            need none
            open on 0 [Text("/a")] 
            closed on 0 [Text("/b")] bearer[]
        "#]],
    );
}

#[test]
fn servers_stand_for_paths() {
    check(
        "access_servers",
        "api Acme {
    server \"https://a.example/base\" as main for /v1
    server \"https://sandbox.example/base\" as sandbox for /v1
    server \"https://files.example\" as files for /v1/files
    server \"https://rest.example\" as rest
}
GET /v1/things as things { -> 204 }
GET /v1/files/{id: String} as file { -> 204 }
GET /v1/filesystem as filesystem { -> 204 }
GET /v1 as root { -> 204 }
GET /v2/things as others { -> 204 }
POST /upload as upload { server \"https://up.example\" as uploads -> 204 }
POST /v3/upload as upload_more { server \"https://up.example\" as uploads for /v3 -> 204 }
POST /upload as upload_there { server \"https://there.example/x\" -> 204 }
",
        &expect![[r#"
            server main https://a.example/base for 0
            server sandbox https://sandbox.example/base for 0
            server files https://files.example for 2
            server rest https://rest.example for 3
            server uploads https://up.example for 4
            server - https://there.example/x for 5
            need none
            things on 0 [Text("/things")] 
            file on 2 [Text("/"), Field(0)] 
            filesystem on 0 [Text("/filesystem")] 
            root on 0 [] 
            others on 3 [Text("/v2/things")] 
            upload on 4 [Text("/upload")] 
            upload_more on 4 [Text("/upload")] 
            upload_there on 5 [Text("/upload")] 
        "#]],
    );
}

#[test]
fn variables_of_servers() {
    check(
        "access_variables",
        "api Acme {
    server \"https://{region}.a.example:{port}/{stage}/{base}\" as main {
        region: Region = eu,
        port: 8443,
        stage: \"v1\",
        base: String in 1..=9 = \"x/y\",
    }
    server \"https://{tenant}.a.example\" as own { tenant: Tenant }
}
#[closed] enum Region { eu, us-east-1 }
struct Tenant(String in \"^t-\");
",
        &expect![[r#"
            server main https://{region}.a.example:8443/v1/{base} for 0
              region = Some("eu") of ["eu", "us-east-1"] []
              base = Some("x/y") of [] [Length { min: 1, max: 9 }]
            server own https://{tenant}.a.example for 0
              tenant = None of [] [Pattern("^t-")]
            need none
        "#]],
    );
}

#[test]
fn mistakes_in_schemes() {
    reports(
        "access_scheme_mistakes",
        "api Acme {
    server \"https://a.example\"
    auth bearer
    auth bearer = env(\"X\")
    auth header Host as host
    auth header \"X Key\" as spaced
    auth cookie \"a b\" as crumb
    auth basic = env(\"ONE\")
    auth oauth2 {} as o1
    auth oauth2 { token_url: \"a.example\", flow: \"password\", client_auth: \"boddy\", tokn_url: \"x\", token_url: \"y\" } as o2
    auth oauth2 { token_url: String, scope: \"x\" } as o3
    auth bearer as none
    auth bearer as Loud
    auth bearer as empty = env()
    auth bearer as odd = env(\"A=B\")
    auth bearer as unset = \"literal\"
    auth barer as token
    auth
}
",
        &expect![[r#"
            4:10: error: auth scheme `bearer` is declared twice
                give each a name of its own: `auth bearer ... as name`
            5:17: error: the client writes `Host` itself
            6:17: error: `X Key` is not a header name (RFC 9110, 5.1)
            7:17: error: `a b` is not a cookie's name (RFC 6265, 4.1)
            8:18: error: `auth basic` takes two variables: the user's name and the password
                `env("USER", "PASSWORD")`
            9:10: error: `oauth2` needs the URL where tokens are had
                `auth oauth2 { token_url: "https://..." }`
            10:30: error: a token endpoint is an absolute URL: `https://host/path`
            10:49: error: unknown flow `password`
                a client without a user has one flow: `client_credentials`
            10:74: error: unknown client_auth `boddy`
                did you mean `body`?
            10:83: error: `oauth2` has no `tokn_url`
                did you mean `token_url`?
            10:98: error: `token_url` is given twice
            11:30: error: expected a text: `token_url: "..."`
            11:38: error: `oauth2` has no `scope`
                it has `token_url`, `flow` and `client_auth`
            12:20: error: `none` says that no scheme is needed; choose another name
            13:20: error: `Loud` is not snake case
                write `loud`
            14:31: error: `env` needs the name of a variable
            15:30: error: not the name of an environment variable
            16:28: error: expected the environment variable that holds the credentials
                `env("VARIABLE")`: a spec holds no secrets
            17:10: error: unknown auth scheme `barer`
                did you mean `bearer`?
            19:1: error: expected an auth scheme such as `bearer`, found the end
        "#]],
    );
}

#[test]
fn mistakes_in_needs() {
    reports(
        "access_need_mistakes",
        "api Acme {
    server \"https://a.example\"
    auth bearer
    auth basic as human
    auth header X-Key as key
    auth oauth2 { token_url: \"https://a.example/token\" } as oauth
    auth bearer | keey
    auth key
}
GET /a as a { auth beerer -> 204 }
GET /b as b { auth bearer & human -> 204 }
GET /c as c { auth key & key -> 204 }
GET /d as d { auth key | bearer | key -> 204 }
GET /e as e { auth none | key -> 204 }
GET /f as f { auth key(\"x\") -> 204 }
GET /g as g { auth oauth(\"a b\", \"\", \"c\", \"c\") -> 204 }
GET /h as h { auth key auth bearer -> 204 }
GET /i as i { auth bearer = env(\"X\") -> 204 }
GET /j as j { auth header X-Key -> 204 }
GET /k as k { auth key | -> 204 }
GET /l as l { auth nobody -> 204 }
GET /m as m { auth key & -> 204 }
GET /n as n { auth oauth(write) -> 204 }
",
        &expect![[r#"
            7:19: error: auth scheme `keey` is not declared
                did you mean `key`?
            8:5: error: an `api` block says once what every endpoint needs
            10:20: error: auth scheme `beerer` is not declared
                did you mean `bearer`?
            11:29: error: `bearer` and `human` both write the header `authorization`
            12:26: error: `key` is used twice
            13:35: error: this alternative is there already
            14:20: error: `none` is no scheme: it stands alone, as `auth none`
            15:24: error: only an `oauth2` scheme has scopes
            16:26: error: a scope is printable ASCII without spaces and quotes (RFC 6749, section 3.3)
                several scopes are several texts: `("a", "b")`
            16:33: error: a scope is printable ASCII without spaces and quotes (RFC 6749, section 3.3)
                several scopes are several texts: `("a", "b")`
            16:42: error: the scope `c` is given twice
            17:24: error: an endpoint has one `auth` section; this is a second
            18:20: error: an auth scheme is declared in the `api` block; an endpoint says which it needs
                `auth name`, `auth a | b`, `auth a & b` or `auth none`
            19:20: error: an auth scheme is declared in the `api` block; an endpoint says which it needs
                `auth name`, `auth a | b`, `auth a & b` or `auth none`
            20:26: error: expected the name of an auth scheme, or `none`, found `-`
            21:20: error: auth scheme `nobody` is not declared
                declare it in the `api` block: `auth bearer as name`
            22:26: error: expected the name of an auth scheme, or `none`, found `-`
            23:26: error: expected a scope in quotes, found `write`
        "#]],
    );
}

#[test]
fn what_names_a_lost_scheme_is_not_reported_again() {
    reports(
        "access_lost",
        "api Acme { server \"https://a.example\" auth bearer as token = 5 }
GET /a as a { auth token -> 204 }
",
        &expect![[r#"
            1:62: error: expected the environment variable that holds the credentials
                `env("VARIABLE")`: a spec holds no secrets
        "#]],
    );
    reports(
        "access_lost_server",
        "api Acme { server \"https://a.example\" as a for /v1 server as b for /v2 }
GET /v2/a as a { -> 204 }
",
        &expect![[r#"
            1:59: error: expected the base URL in quotes, found `as`
        "#]],
    );
}

#[test]
fn mistakes_in_servers() {
    reports(
        "access_server_mistakes",
        "api Acme {
    server \"https://{regoin}.a.example\" as a { region: String }
    server \"https://{x}.a.example/{y}\" as b { y: String, z: String, y: String }
    server \"https://{a.example\" as c
    server \"https://{}.a.example\" as d
    server \"https://{r}.a.example\" as e { r?: String = \"eu\" }
    server \"https://{r}.a.example\" as f { r: String | null }
    server \"https://{r}.a.example\" as g { r: u16 = 5 }
    server \"https://{r}.a.example\" as h { r: Region = uk }
    server \"https://{r}.a.example\" as i { r: String = \"a/b\" }
    server \"https://{r}.a.example\" as j { r: Regoin }
    server \"https://{r}.a.example\" as k { r: true }
    server \"{r}.a.example\" as l { r: \"eu\" }
    server \"https://u@{r}.example\" as m { r: String = \"x\" }
    server \"https://a.example\" as a
}
#[closed] enum Region { eu, us }
GET /a as a { server \"https://x.example\" server \"https://y.example\" -> 204 }
GET /b as b { server \"x.example\" -> 204 }
GET /c as c { server \"https://x.example\" for /v1 -> 204 }
GET /d as d { server \"https://other.example\" as b -> 204 }
",
        &expect![[r#"
            2:12: error: the variable `regoin` of this URL is not declared
                did you mean `region`?
            3:12: error: the variable `x` of this URL is not declared
                did you mean `z`?
            3:69: error: the variable `y` is declared twice
            4:12: error: a variable is `{name}`, in one pair of braces
            5:12: error: a variable is `{name}`, in one pair of braces
            6:44: error: a variable of a URL is always there
                what it is unless a client says otherwise is its default: `= value`
            7:55: error: there is no `null` in a URL
            8:46: error: a variable in a URL is a text: `String`, an id or an enum
            9:55: error: `uk` is not a value of `Region`
                did you mean `us`?
            10:55: error: `a/b` cannot stand in the host of a URL
            11:46: error: unknown type `Regoin`
                did you mean `Region`?
            12:46: error: a variable in a URL is a text
            13:12: error: a server is an absolute URL: `https://host/path`
            14:12: error: the URL of a server holds no user name or password
            15:35: error: server `a` is declared twice
            18:42: error: an endpoint has one `server` section; this is a second
            19:22: error: a server is an absolute URL: `https://host/path`
            20:5: error: this path is not below `/v1`, for which its server stands
            21:49: error: server `b` is declared twice
        "#]],
    );
}
