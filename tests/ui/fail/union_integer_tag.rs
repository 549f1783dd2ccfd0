callsheet::client! {
    enum Animal tag kind { 1 as Dog }
}

fn main() {}
