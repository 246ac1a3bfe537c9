"""The lines of an invoice: every kind, amounts that add up to the cent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec import Raw

from quickbooks_simulator.seeds import words
from quickbooks_simulator.seeds.amounts import UNITS, quantity_text, share, times

if TYPE_CHECKING:
    from quickbooks_simulator.basics.jsontext import JsonObject
    from quickbooks_simulator.seeds.amounts import Money
    from quickbooks_simulator.seeds.dice import Dice
    from quickbooks_simulator.seeds.goods import Goods, Item

TAXED, UNTAXED = Raw(b'{"value":"TAX"}'), Raw(b'{"value":"NON"}')
BUNDLES, TEXTS = 6, 6  # of a hundred lines
TAXED_SHARE = 0.7
ZERO = Raw(b"0")
HUGE_PRICE = 123_456_789_012_345 * UNITS // 100
SHIPPING = {"value": "SHIPPING_ITEM_ID"}
DISCOUNT_ACCOUNT = {"value": "86", "name": "Discounts given"}


@dataclass
class Lines:
    """The lines of one invoice while it is being made, and their sums in cents."""

    dice: Dice
    goods: Goods
    money: Money
    void: bool = False
    rows: list[JsonObject] = field(default_factory=list)
    sold: int = 0
    taxable: int = 0
    discount: int = 0
    shipping: int = 0
    _number: int = 0

    def fill(self, count: int) -> None:
        """Add lines, then what QuickBooks adds below them."""
        for _ in range(count):
            kind = self.dice.below(100)
            if kind < BUNDLES and self.goods.bundles:
                self._bundle()
            elif kind < BUNDLES + TEXTS and self.rows:
                self._text()
            else:
                self.rows.append(self._item(self.dice.pick(self.goods.sold)))
        self._subtotal()
        if self.dice.chance(0.15):
            self._discount()
        if self.dice.chance(0.1):
            self._shipping()

    @property
    def total_before_tax(self) -> int:
        """The sum of the lines less the discount."""
        return self.sold + self.shipping - self.discount

    def _place(self) -> tuple[str, int]:
        self._number += 1
        return str(self._number), self._number

    def _item(self, item: Item, quantity: int = 0) -> JsonObject:
        """Add a line that sells an item, and count its amount."""
        identifier, number = self._place()
        quantity = quantity or self._quantity()
        price, price_text = item.price, item.parts["UnitPrice"]
        if self.dice.below(5000) == 0:
            price, quantity = HUGE_PRICE, 100
            price_text = Raw(b"1234567890123.45")
        cents = 0 if self.void else times(price, quantity)
        taxed = self.dice.chance(TAXED_SHARE)
        self.sold += cents
        self.taxable += cents if taxed else 0
        detail = {
            "ItemRef": item.parts["ItemRef"],
            "UnitPrice": ZERO if self.void else price_text,
            "Qty": ZERO if self.void else quantity_text(quantity),
            "ItemAccountRef": item.parts["ItemAccountRef"],
            "TaxCodeRef": TAXED if taxed else UNTAXED,
        }
        return {
            "Id": identifier,
            "LineNum": number,
            "Description": item.parts["Description"],
            "Amount": self.money.text(cents),
            "DetailType": "SalesItemLineDetail",
            "SalesItemLineDetail": detail,
        }

    def _quantity(self) -> int:
        """Give hundredths: mostly whole, sometimes with decimals."""
        whole = self.dice.between(1, 12) * 100
        return whole if self.dice.below(4) else self.dice.between(1, 2000)

    def _bundle(self) -> None:
        """Add a group; its own amount is 0, its lines carry the amounts."""
        bundle = self.dice.pick(self.goods.bundles)
        identifier, number = self._place()
        count = self.dice.between(1, 3)
        inner = [
            self._item(part, quantity * count * 100)
            for part, quantity in bundle.components
        ]
        self.rows.append(
            {
                "Id": identifier,
                "LineNum": number,
                "Description": bundle.name,
                "Amount": ZERO,
                "DetailType": "GroupLineDetail",
                "GroupLineDetail": {
                    "GroupItemRef": bundle.parts["ItemRef"],
                    "Quantity": 0 if self.void else count,
                    "Line": inner,
                },
            },
        )

    def _text(self) -> None:
        identifier, number = self._place()
        self.rows.append(
            {
                "Id": identifier,
                "LineNum": number,
                "Description": self.dice.pick(words.NOTES),
                "DetailType": "DescriptionOnly",
                "DescriptionLineDetail": {},
            },
        )

    def _subtotal(self) -> None:
        self.rows.append(
            {
                "Amount": self.money.text(self.sold),
                "DetailType": "SubTotalLineDetail",
                "SubTotalLineDetail": {},
            },
        )

    def _discount(self) -> None:
        percent = self.dice.pick((500, 1000, 250, 333))
        by_percent = self.dice.chance(0.7)
        self.discount = share(self.sold, percent)
        detail: JsonObject = {"PercentBased": by_percent}
        if by_percent:
            detail["DiscountPercent"] = quantity_text(percent)
        self.rows.append(
            {
                "Amount": self.money.text(self.discount),
                "DetailType": "DiscountLineDetail",
                "DiscountLineDetail": {
                    **detail,
                    "DiscountAccountRef": DISCOUNT_ACCOUNT,
                },
            },
        )

    def _shipping(self) -> None:
        """Add the shipping charge, a sales line of a reserved item."""
        self.shipping = 0 if self.void else self.dice.between(500, 25_000)
        self.rows.append(
            {
                "Amount": self.money.text(self.shipping),
                "DetailType": "SalesItemLineDetail",
                "SalesItemLineDetail": {"ItemRef": SHIPPING},
            },
        )
