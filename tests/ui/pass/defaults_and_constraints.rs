callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    POST /things as make {
        query { page?: u32 in 1.. = 1, "tags[]"?: [String in 1..=8] in ..=3, at?: DateTime }
        header { X-Trace?: String, X-Version: "2026-05-01" }
        body { type: "thing", color?: Color = red, ratio?: f64 in 0.0..1.0 = 0.5, names?: [String] = [], on?: bool = true, code: String in "^[A-Z]{3}$" }
        -> 201 { id: String }
        example { "code": "ABC", "ratio": 0.25 } -> 201 { "id": "a" }
    }
    enum Color { red, blue }
}

fn main() {}
