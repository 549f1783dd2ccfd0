#![deny(warnings, clippy::all, clippy::pedantic, missing_docs)]
//! Endpoints that answer in several ways.

use petshop::{Petshop, pets};

mod petshop {
    //! A client.
    callsheet::client! {
        api Petshop { server "https://api.petshop.example" }

        mod pets {
            struct Pet { name: String, #[deprecated] nick?: String }
            PUT /pets/{id: String} as put {
                -> 200 Pet
                -> 201 Pet header { Location: Url }
                -> 204
            }
            GET /pets/{id: String}/card as card {
                query { size?: u8 }
                -> 200 Pet
                -> 200 bytes "image/*"
                -> 200 text "text/vcard"
                -> 2xx
            }
        }
    }
}

/// What became of the pet.
pub async fn put(shop: &Petshop) -> Result<String, petshop::Error> {
    Ok(match shop.pets().put("p1").send().await? {
        pets::PutOutcome::Ok(pet) => pet.name,
        pets::PutOutcome::Created(made) => made.location.to_string(),
        other => format!("{other:?}"),
    })
}

/// Its card.
pub async fn card(shop: &Petshop) -> Result<Option<String>, petshop::Error> {
    let call = shop.pets().card("p1").size(2).accept_vcard();
    Ok(match call.send().await? {
        pets::CardVcardOutcome::Ok(text) => Some(text),
        _ => None,
    })
}

fn main() {
    let _ = (put, card);
}
