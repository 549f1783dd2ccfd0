callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[error(code = error.tpye, message = error.message)]
    struct ApiError { error: ErrorDetail }
    struct ErrorDetail { type: String, message: String }
}

fn main() {}
