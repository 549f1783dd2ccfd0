callsheet::client! {
    api Acme {}
}

fn main() {}
