//! Journeys through the real window.
#![cfg(target_os = "linux")]

mod closed_in;
mod every_screen;
mod first_week;
mod from_outside;
mod going_back;
mod keyboard;
mod leaving;
mod locking;
mod look_back;
mod opening;
mod pages;
mod privacy;
mod register;
mod safety;
mod schools;
mod tasks;
mod timer;
mod windows_edge;
