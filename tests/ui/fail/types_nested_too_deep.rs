callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    struct Thing { a: Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, Map<String, u8>>>>>>>>>>>>>>>>>>>> }
}

fn main() {}
