callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        header { X-Workspace: String }
    }

    GET /things as list { -> 204 }
    GET /parts as parts { -> 204 }
}

fn main() {}
