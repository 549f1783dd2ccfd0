callsheet::client! {
    api Acme {
        server "https://{region}.acme.com/{stage}" as regional { region: Region = eu, stage: "v1" }
        server "https://sandbox.acme.com" as sandbox
        server "https://files.acme.com" as files for /files
        auth bearer = env("ACME_TOKEN")
        auth header X-Api-Key as admin = env("ACME_ADMIN_KEY")
        auth oauth2 { token_url: "https://acme.com/oauth/token", flow: "client_credentials" } as oauth
        auth bearer | admin
    }
    #[closed] enum Region { eu, us-east-1, "ap/south" as ApSouth }

    POST /jobs as start { -> 204 auth admin | oauth("jobs:write") }
    GET /files/all as files { -> 204 }
    GET /status as status { server "https://status.acme.com" auth none -> 204 }
}

fn main() {
    let acme = Acme::builder()
        .bearer("pt-1")
        .credentials("admin", callsheet::Credentials::api_key("k-1"))
        .server_variable("region", "us-east-1")
        .build()
        .unwrap();
    let to = |request: callsheet::http::Request<callsheet::bytes::Bytes>| request.uri().to_string();
    assert_eq!(to(acme.start().to_http().unwrap()), "https://us-east-1.acme.com/v1/jobs");
    assert_eq!(to(acme.files().to_http().unwrap()), "https://files.acme.com/all");
    assert_eq!(to(acme.status().to_http().unwrap()), "https://status.acme.com/status");
    assert_eq!(Acme::SANDBOX, "https://sandbox.acme.com");
}
