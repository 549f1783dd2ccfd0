callsheet::client! {
    extend Qoder;
    GET /v1/a as a { -> 204 }
}

fn main() {}
