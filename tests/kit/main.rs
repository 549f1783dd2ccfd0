//! The testing kit, and what is seen through it: mocks, recordings, drift, faults of a socket, and
//! blocking calls.

mod blocking;
mod drift;
mod faults;
mod mock;
mod recording;

/// A token that must never be seen.
const CANARY: &str = "pt-canary-7f3a";

callsheet::client! {
    api Shop {
        server "https://shop.example/v1" for /v1
        auth bearer = env("SHOP_TOKEN")
        errors { 429 rate_limited, 5xx }
    }

    #[error(code = error.type, message = error.message)]
    struct Envelope { error: Detail }
    struct Detail { type: String, message: String }

    mod pets {
        struct Pet {
            id: String,
            type: "pet",
            mood?: Mood,
            moods?: [Mood],
            vet: Vet | null,
            tags?: Map<String, Tag>,
            #[sensitive] diagnosis?: Mood,
            chart?: Chart,
        }
        struct Chart { age?: u32, ..Map<String, Json> }
        enum Mood { happy, sad }
        struct Vet { name: String }
        struct Tag { colour: String }
        struct Grave { since: u32 }

        GET /v1/pets/{id: String} as get {
            query { fields?: [String], key?: String }
            -> 200 Pet
            errors { 404 not_found, 410: Grave }
        }
        POST /v1/pets as create {
            body { name: String, nick?: String, #[sensitive] pin?: String }
            -> 201 Pet
        }
        DELETE /v1/pets/{id: String}/photos/{photo: String} as drop_photo { -> 204 }
    }
}

/// A client of the server, which tries once.
fn shop(server: &callsheet::testing::FaultServer) -> Shop {
    Shop::builder().base_url(server.url()).bearer(CANARY).max_retries(0).build().unwrap()
}

const PET: &str = r#"{"id":"p1","type":"pet","vet":null}"#;
