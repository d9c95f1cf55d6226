#![no_main]

daybook_fuzz::target!(Calendar);
