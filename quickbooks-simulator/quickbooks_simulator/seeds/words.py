"""The words that names, addresses and notes are made of."""

GIVEN = tuple(
    "Amy Bill Chloé Dmitri Eloísa Farah Günther Hiroshi Ingrid José Keiko Łukasz Mei"
    " Noor Óscar Priya Quinn Renée Søren Tomás Umut Valentina Wei Ximena Yusuf Zoë".split(),
)
FAMILY = tuple(
    "Lau Lucchini O'Brien Müller García Nguyễn Sonnenschein Ødegård Kowalski Şahin"
    " Петров 田中 김 Çelik D'Angelo Ibáñez Johansson Kruger López Mbeki Ferreira".split(),
)
TRADES = (
    "Bird Sanctuary",
    "Lawn Care",
    "Café & Bakery",
    "Generators",
    "Marine Engines",
    "Plumbing",
    "Dental Group",
    "Brew Works 🍺",
    "Print Shop",
    "Freight",
    "Solar ☀️",
    "Veterinary Clinic",
    "Law Office",
    "Hotel",
    "Machine Tools",
)
FORMS = ("LLC", "Inc.", "Ltd", "GmbH", "S.A. de C.V.", "& Sons", "Co.", "株式会社")
STREETS = (
    "Main St.",
    "Ocean Ave",
    "Calle Ñuñoa",
    "Rue de l'Église",
    "Industrial Pkwy",
    "Bahnhofstraße",
    "Peninsula Rd",
    "Mission Blvd",
)
CITIES = (
    ("Bayshore", "CA", "94326", "37.45", "-122.18"),
    ("South Orange", "NJ", "07079", "40.74", "-74.25"),
    ("Middlefield", "CA", "94482", "37.42", "-122.11"),
    ("Monterrey", "NL", "64000", "25.68", "-100.31"),
    ("Zürich", "ZH", "8001", "47.37", "8.54"),
    ("Tulsa", "OK", "74103", "INVALID", "INVALID"),
    ("Half Moon Bay", "CA", "94213", "37.46", "-122.43"),
    ("Québec", "QC", "G1R 4P5", "46.81", "-71.21"),
)
GOODS = (
    "Pump",
    "Rock Fountain",
    "Generator 45 kW",
    "Diesel Engine",
    "Filter ⌀ 20 mm",
    "Sprinkler Head",
    "Gasket “A”",
    "Control Panel",
    "Fuel Tank",
    "Hose 1/2\\3",
    "Valve & Fitting",
    "Sensor µ7",
    "Anchor ⚓",
    "Crankshaft",
    "Battery 12V",
    "Relé",
)
SERVICES = (
    "Design",
    "Installation",
    "Hourly Labour",
    "Inspección",
    "Maintenance",
    "Pest Control",
    "Training",
    "Transport",
)
GROUPS = ("Parts", "Engines", "Outdoor", "Services", "Electrical")
NOTES = (
    "Thank you for your business and have a great day!",
    "Gracias por su compra 🙌",
    'Deliver to the "back" gate; call first.',
    "Zahlbar innerhalb von 30 Tagen ohne Abzug – danke",
    "Quality checked ✅\nsee attached sheet",
    "Partial delivery, remainder to follow under separate cover.",
    "請在收到後三十天內付款",
)
TERMS = (
    ("1", "Due on receipt", 0),
    ("2", "Net 15", 15),
    ("3", "Net 30", 30),
    ("4", "Net 60", 60),
)
FOREIGN = {
    "EUR": "1.0843215",
    "GBP": "1.2718",
    "CAD": "0.7391",
    "MXN": "0.0587",
    "USD": "1",
}
CUSTOM_FIELDS = (("1", "Crew #"), ("2", "Generator Model"), ("3", "Engine Model"))
MODELS = ("C15-500", "QSK60", "Tier 4 «Final»", "3516B", "VOLVO TAD1643", "MTU 4000")
