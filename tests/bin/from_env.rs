//! Builds clients from the environment, and says what they would send. For the test beside it, which
//! runs this with environments of its own.

callsheet::client! {
    api Acme {
        server "https://acme.example"
        auth bearer as token = env("ACME_TOKEN", "ACME_OLD_TOKEN")
        auth basic as human = env("ACME_USER", "ACME_PASSWORD")
        auth header X-Key as key = env("ACME_KEY")
        auth oauth2 { token_url: "https://acme.example/token" } as oauth = env("ACME_ID", "ACME_SECRET")
    }
    GET /token as token { auth token -> 204 }
    GET /human as human { auth human -> 204 }
    GET /key as key { auth key -> 204 }
    GET /oauth as oauth { auth oauth -> 204 }
}

fn main() {
    qoder();
    acme();
}

fn qoder() {
    let qoder = match qoder::Qoder::from_env() {
        Ok(qoder) => qoder,
        Err(error) => return println!("cannot build: {error}"),
    };
    match qoder.sessions().retrieve("sess_1").to_http() {
        Ok(request) => println!("{:?}", request.headers()["authorization"].to_str()),
        Err(error) => println!("cannot send: {error}"),
    }
}

fn acme() {
    let acme = match Acme::from_env() {
        Ok(acme) => acme,
        Err(error) => return println!("cannot build: {error}"),
    };
    let requests = [
        acme.token().to_http(),
        acme.human().to_http(),
        acme.key().to_http(),
        acme.oauth().to_http(),
    ];
    for request in requests {
        match request {
            Ok(request) => {
                let header = |name| request.headers().get(name).map(|value| value.to_str());
                println!("{} {:?} {:?}", request.uri(), header("authorization"), header("x-key"));
            }
            Err(error) => println!("cannot send: {error}"),
        }
    }
}
