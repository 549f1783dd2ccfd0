callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[error(code = code, message = message)]
    struct ApiError { code: String, #[sensitive] message: String }
}

fn main() {}
