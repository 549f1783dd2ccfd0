callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    GET /report as report {
        -> 200 { total: u32 }
        -> 200 text "text/csv"
        -> 200 bytes "application/csv"
    }
}

fn main() {}
