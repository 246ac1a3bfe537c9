"""Invoices, and the payments and deposits that settle some of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from quickbooks_simulator.basics.jsontext import JsonObject, encode
from quickbooks_simulator.basics.times import DAY
from quickbooks_simulator.books.objects import Stored, header
from quickbooks_simulator.seeds import words
from quickbooks_simulator.seeds.amounts import Money, quantity_text, share
from quickbooks_simulator.seeds.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quickbooks_simulator.basics.times import CompanyTime
    from quickbooks_simulator.seeds.dice import Calendar, Dice
    from quickbooks_simulator.seeds.goods import Goods
    from quickbooks_simulator.seeds.people import Customer
    from quickbooks_simulator.seeds.plan import SeedPlan

VOID_SHARE = 0.02
DEPOSIT_SHARE = 0.05
PER_DEPOSIT = 5
FIRST_NUMBER = 1000
CENT = Decimal("0.01")
RATE_DIGITS = Decimal("0.0000001")


@dataclass(frozen=True)
class Settled:
    """A payment that an invoice got."""

    number: int
    invoice: int
    customer: Customer
    cents: int
    at: int


@dataclass
class Writer:
    """Writes the transactions of one company in the order of their Ids."""

    plan: SeedPlan
    dice: Dice
    customers: list[Customer]
    goods: Goods
    calendar: Calendar
    time: CompanyTime
    money: Money
    settled: list[Settled] = field(default_factory=list)

    def invoices(self) -> Iterator[Stored]:
        """Write the invoices."""
        plan = self.plan
        burst_at = self.calendar.moment(self.dice, plan.invoices // 2, plan.invoices)
        burst = range(plan.invoices // 2, plan.invoices // 2 + plan.burst)
        step = plan.invoices // plan.payments if plan.payments else 0
        for position in range(plan.invoices):
            made = self.calendar.moment(self.dice, position, plan.invoices)
            updated = self.calendar.edited(self.dice, made)
            if position in burst or position - plan.invoices in burst:
                made = updated = burst_at
            is_paid = bool(step) and position % step == 0
            is_paid = is_paid and len(self.settled) < plan.payments
            yield self._invoice(position + 1, made, updated, is_paid=is_paid)

    def _invoice(
        self,
        number: int,
        made: int,
        updated: int,
        *,
        is_paid: bool,
    ) -> Stored:
        dice = self.dice
        customer = self.customers[dice.skewed(len(self.customers))]
        void = not is_paid and dice.chance(VOID_SHARE)
        lines = Lines(dice, self.goods, self.money, void)
        lines.fill(dice.between(*self.plan.lines))
        rate, rate_id = customer.tax
        tax = share(lines.taxable, rate)
        total = lines.total_before_tax + tax
        token = 1 if is_paid or void else int(updated > made)
        stamps = self.time.stamp(made), self.time.stamp(updated)
        body = header(str(number), str(token), *stamps)
        body |= {"DocNumber": str(FIRST_NUMBER + number), **self._dates(customer, made)}
        body |= customer.parts
        body["Line"] = lines.rows
        body["TxnTaxDetail"] = self._tax(tax, lines.taxable, rate, rate_id)
        body |= self._amounts(number, customer, total, updated, is_paid=is_paid)
        body |= self._habits(dice.pick(words.NOTES), number, void=void)
        return Stored(str(number), updated, made, True, None, encode(body))  # noqa: FBT003 - active

    def _dates(self, customer: Customer, made: int) -> JsonObject:
        due = self.time.date(made + customer.term[2] * DAY)
        return {"TxnDate": self.time.date(made), "DueDate": due}

    def _tax(self, tax: int, taxable: int, rate: int, rate_id: str) -> JsonObject:
        if not rate:
            return {"TotalTax": self.money.text(0)}
        detail = {
            "TaxRateRef": {"value": rate_id},
            "PercentBased": True,
            "TaxPercent": quantity_text(rate),
            "NetAmountTaxable": self.money.text(taxable),
        }
        amount = self.money.text(tax)
        line = {
            "Amount": amount,
            "DetailType": "TaxLineDetail",
            "TaxLineDetail": detail,
        }
        code = {"value": "2"}
        return {"TxnTaxCodeRef": code, "TotalTax": amount, "TaxLine": [line]}

    def _amounts(
        self,
        number: int,
        customer: Customer,
        total: int,
        updated: int,
        *,
        is_paid: bool,
    ) -> JsonObject:
        deposit = 0
        if not is_paid and total > 0 and self.dice.chance(DEPOSIT_SHARE):
            deposit = self.dice.between(1, total)
        links: list[JsonObject] = []
        if is_paid:
            payment = self.plan.invoices + len(self.settled) + 1
            self.settled.append(Settled(payment, number, customer, total, updated))
            links.append({"TxnId": str(payment), "TxnType": "Payment"})
        balance = 0 if is_paid else total - deposit
        customer.owe(balance)
        amounts: JsonObject = {
            "TotalAmt": self.money.text(total),
            "Balance": self.money.text(balance),
            "Deposit": self.money.text(deposit) if deposit else 0,
            "LinkedTxn": links,
        }
        if customer.currency != self.plan.currency:
            amounts |= self._home(customer.currency, total, balance)
        return amounts

    def _home(self, code: str, total: int, balance: int) -> JsonObject:
        """Give the rate and what the amounts are in the home currency."""
        rate = exchange_rate(code, self.plan.currency)
        return {
            "ExchangeRate": rate,
            "HomeTotalAmt": home(total, rate),
            "HomeBalance": home(balance, rate),
        }

    def _habits(self, note: str, number: int, *, void: bool) -> JsonObject:
        fields = [
            {"DefinitionId": key, "Name": name, "Type": "StringType"}
            for key, name in words.CUSTOM_FIELDS
        ]
        for one in fields[: self.dice.between(0, len(fields))]:
            one["StringValue"] = self.dice.pick(words.MODELS)
        return {
            "CustomField": fields,
            "CustomerMemo": {"value": note},
            "PrivateNote": "Voided" if void else f"Order {number:06d} · {note}",
            "ApplyTaxAfterDiscount": False,
            "PrintStatus": "NeedToPrint",
            "EmailStatus": "NotSet",
            "AllowIPNPayment": False,
            "AllowOnlinePayment": False,
            "AllowOnlineCreditCardPayment": False,
            "AllowOnlineACHPayment": False,
            "FreeFormAddress": True,
        }

    def payments(self) -> Iterator[Stored]:
        """Write the payments of the invoices that are paid."""
        first = self.plan.invoices + len(self.settled) + 1
        for position, one in enumerate(self.settled):
            stamp = self.time.stamp(one.at)
            amount = self.money.text(one.cents)
            invoice = {"TxnId": str(one.invoice), "TxnType": "Invoice"}
            deposit = {"TxnId": str(first + position // PER_DEPOSIT)}
            body = {
                **header(str(one.number), "0", stamp, stamp),
                "TxnDate": self.time.date(one.at),
                "CustomerRef": one.customer.parts["CustomerRef"],
                "CurrencyRef": one.customer.parts["CurrencyRef"],
                "DepositToAccountRef": {"value": "4"},
                "TotalAmt": amount,
                "UnappliedAmt": 0,
                "ProcessPayment": False,
                "LinkedTxn": [{**deposit, "TxnType": "Deposit"}],
                "Line": [{"Amount": amount, "LinkedTxn": [invoice]}],
            }
            yield Stored(str(one.number), one.at, one.at, True, None, encode(body))  # noqa: FBT003 - active

    def deposits(self) -> Iterator[Stored]:
        """Write the deposits, five payments in each."""
        first = self.plan.invoices + len(self.settled) + 1
        for position in range(0, len(self.settled), PER_DEPOSIT):
            group = self.settled[position : position + PER_DEPOSIT]
            identifier = str(first + position // PER_DEPOSIT)
            at = max(one.at for one in group)
            stamp = self.time.stamp(at)
            lines = [
                {
                    "Amount": self.money.text(one.cents),
                    "LinkedTxn": [
                        {
                            "TxnId": str(one.number),
                            "TxnType": "Payment",
                            "TxnLineId": "0",
                        },
                    ],
                }
                for one in group
            ]
            body = {
                **header(identifier, "0", stamp, stamp),
                "TxnDate": self.time.date(at),
                "DepositToAccountRef": {"value": "35", "name": "Checking"},
                "TotalAmt": self.money.text(sum(one.cents for one in group)),
                "Line": lines,
            }
            yield Stored(identifier, at, at, True, None, encode(body))  # noqa: FBT003 - active


def exchange_rate(code: str, home_code: str) -> Decimal:
    """Give the home units per foreign unit, with at most seven decimals."""
    own = Decimal(words.FOREIGN.get(home_code, "1"))
    rate = Decimal(words.FOREIGN[code])
    return rate if own == 1 else (rate / own).quantize(RATE_DIGITS)


def home(cents: int, rate: Decimal) -> Decimal:
    """Convert an amount to the home currency, rounded half up to cents."""
    return (Decimal(cents) * CENT * rate).quantize(CENT, ROUND_HALF_UP)
