//! A user of Callsheet who calls it something else, and does not have `callsheet` in scope at all.

renamed::client! {
    #![callsheet(crate = ::renamed)]
    //! A small API.

    api Small {
        server "https://api.example.com"
    }
    GET /things/{id: String} as find { -> 200 Thing }
    struct Thing { name: String, at?: DateTime, kind?: Kind, raw?: Json | null }
    enum Kind { a, b }
}
