callsheet::client! {
    api Acme {
        server "https://api.acme.com"
    }

    #[error(code = error.type, message = error.message)]
    struct ApiError { error: ErrorDetail }
    struct ErrorDetail { type: String, message: String }
    struct Gone { since: String }
    GET /a as one {
        -> 204
        errors { 404 not_found }
    }
    GET /b as two {
        -> 204
        errors { 404 not_found: Gone }
    }
}

fn main() {}
