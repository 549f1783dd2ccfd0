callsheet::client! {
    api Acme {
        server "https://api.acme.com"
        header { X-Workspace?: String }
        header { x-workspace as other?: String }
    }

    GET /things as list { -> 204 }
}

fn main() {}
