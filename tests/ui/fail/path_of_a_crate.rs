callsheet::client! {
    extend qoder::Qoder;
    GET /v1/a as a { -> 200 ::Agent }
}

fn main() {}
