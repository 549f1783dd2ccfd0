#![no_implicit_prelude]
#![deny(warnings, missing_docs)]
//! Docs.
::callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things/{id: Option} as make {
        query { some: Result, list?: [Vec] }
        header { X-None: u64 }
        body { ok: Box, err?: Some | null, map: Map<Option, Box> }
        -> 200 Box
        errors { 404 core: Err }
    }
    struct Option(String in "^o_");
    enum Result { Ok, Err, None, Some }
    struct Box { ok: Vec, std: Core }
    struct Core { self: String }
    enum Vec { a }
    struct Some { a: String }
    struct Err { a: String }
    #[error(code = a, message = a)]
    struct Envelope { a: String }
}

fn main() {}
