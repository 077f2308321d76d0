"""Words that begin with a capital and name no person."""

from __future__ import annotations

from coach.services.agendas.reading.calendar_words import MONTHS, WEEKDAYS
from coach.services.checking.words import STOP, vocabulary

MONTH_WORDS = frozenset(MONTHS)
_PRODUCTS = vocabulary(
    """salesforce hubspot marketo pardot eloqua outreach salesloft gong chorus clari drift intercom
    zendesk freshworks freshsales zoho pipedrive dynamics copper close apollo zoominfo lusha
    cognism clearbit demandbase terminus rollworks bombora leadfeeder mailchimp klaviyo braze
    iterable activecampaign customer segment mixpanel amplitude tableau looker snowflake
    databricks dbt power excel word outlook sharepoint powerpoint slack teams zoom meet webex
    notion asana trello monday jira confluence miro figma canva airtable smartsheet basecamp
    clickup linear github gitlab docusign pandadoc highspot seismic showpad allego mindtickle
    lessonly vidyard wistia loom calendly chili typeform hotjar optimizely wordpress webflow
    drupal shopify magento stripe linkedin facebook instagram twitter tiktok youtube reddit
    quora google bing gmail android chrome safari chatgpt openai claude gemini copilot workday
    netsuite sap oracle servicenow okta twilio sendgrid adobe autodesk atlassian microsoft apple
    amazon aws azure meta ibm intel cisco dell hp hpe nvidia samsung sony siemens bosch bmw audi
    volkswagen daimler toyota honda ford tesla renault peugeot airbus boeing philips nokia
    ericsson vodafone orange telefonica verizon comcast accenture deloitte pwc kpmg mckinsey
    bain bcg capgemini infosys wipro gartner forrester idc nielsen reuters bloomberg unilever
    nestle danone pepsi coca-cola walmart ikea lidl aldi tesco dreamforce inbound saastr dmexco
    hannover cebit ces g2 capterra trustpilot wikipedia netflix spotify uber airbnb visa
    mastercard paypal revops martech adtech mailjet 6sense"""
)
_PLACES = vocabulary(
    """europe asia africa america americas australia oceania antarctica emea apac latam dach
    benelux nordics iberia scandinavia balkans uk usa us eu england scotland wales ireland
    britain germany france spain italy portugal netherlands holland belgium luxembourg
    switzerland austria poland czechia slovakia hungary romania bulgaria greece turkey ukraine
    russia sweden norway denmark finland iceland estonia latvia lithuania croatia serbia
    slovenia israel egypt morocco nigeria kenya ghana india pakistan bangladesh china japan
    korea taiwan vietnam thailand malaysia singapore indonesia philippines canada mexico brazil
    argentina chile colombia peru dubai qatar london manchester birmingham edinburgh glasgow
    dublin paris lyon marseille berlin munich hamburg cologne frankfurt stuttgart hanover vienna
    zurich geneva basel brussels amsterdam rotterdam utrecht madrid barcelona valencia lisbon
    porto rome milan turin athens warsaw krakow prague budapest stockholm oslo copenhagen
    helsinki tallinn riga vilnius moscow kyiv istanbul ankara cairo lagos nairobi johannesburg
    mumbai delhi bangalore bengaluru chennai hyderabad beijing shanghai shenzhen hongkong tokyo
    osaka seoul sydney melbourne auckland toronto montreal vancouver york boston chicago denver
    dallas houston austin seattle portland atlanta miami detroit philadelphia washington
    california texas florida ohio michigan san los las angeles francisco diego santiago bogota
    lima silicon valley bay north south east west northern southern eastern western central
    english french german spanish italian portuguese dutch british american irish scottish swiss
    austrian polish czech swedish norwegian danish finnish european asian african chinese
    japanese korean indian russian turkish greek israeli arab arabic brazilian mexican canadian
    australian christmas easter ramadan diwali hanukkah thanksgiving"""
)
# What texts about work write with a capital or begin a sentence with.
_WORK = vocabulary(
    """hi hello hey dear thanks thank cheers regards best kind warm sincerely yours please pls ok
    okay yes no yeah nope sorry hallo guten morgen moin servus liebe lieber lieben sehr geehrte
    geehrter viele grüße grüsse gruss danke bitte bonjour bonsoir cordialement merci salut cher
    chère hola estimado estimada estimados saludos gracias un una ciao salve olá prezado prezada
    obrigado obrigada good morning afternoon evening everyone everybody anybody anyone somebody
    someone nobody team folks guys all sir madam mr mrs ms mx dr prof herr frau monsieur madame
    mme mlle señor señora sr sra honestly frankly basically literally actually seriously
    apparently obviously meanwhile anyway however also then next notes minutes subject date time
    sent from to cc bcc re fwd fw aw wg von an betreff objet asunto oggetto people attendees
    participants agenda topic prework outcome owner goal background context update reminder fyi
    ps asap tbd tba eod eow q1 q2 q3 q4 h1 h2 fy kpi kpis sla slas mql mqls sql sqls sal icp crm
    roi arr mrr acv cac ltv abm seo sem ppc b2b b2c saas smb vp svp evp ceo cfo coo cto cmo cro
    cso cpo hr it ops sdr sdrs bdr bdrs ae aes am ams se ses pm pmm csm csms rev inc ltd llc
    gmbh ag kg plc corp company systems group holding technologies software labs solutions
    partners enterprise commercial midmarket mid-market finance legal procurement engineering
    product content brand demand customer success support board management leadership executive
    officer president vice chief head director senior junior lead manager specialist coordinator
    associate analyst consultant representative rep reps account accounts service level
    agreement lifecycle stage status lead leads deal deals opportunity pipeline forecast quota
    revenue funnel campaign campaigns webinar webinars fair report reports review weekly monthly
    quarterly annual kick-off kickoff sync stand-up standup undefined defined aligned integrated
    fyi call ask tell give write explain draft help spoke speak talked talking wrote told asked
    met my our your his her their its per via sales marketing vertrieb ventas ventes leider ich
    wir sie die der das und aber wenn dass wie was wer warum wann wo le la les el los las il lo
    vos nos nous vous ils elle elles votre notre mais que qui wow ugh haha lol oh ah well right
    sure fine great nice cool exactly true false maybe perhaps alright unfortunately hopefully
    today tomorrow yesterday tonight help problem question summary answer thread note info
    office contact mail noreply press jobs careers billing newsletter i'll i’ll acme messe uhr
    stunde stunden minute minuten woche wochen monat tag tage min std pacific atlantic mode
    zapier meridian"""
)
OTHERS = _PRODUCTS | _PLACES | _WORK | STOP | frozenset(WEEKDAYS) | MONTH_WORDS
# Behind or before a word with a capital these say that it is a company, a fair or a place.
OF_COMPANIES = vocabulary(
    """inc gmbh ag ltd llc corp corporation systems group technologies technology software labs
    media partners bank university holding industries solutions consulting deal account lead
    fair conference summit expo trial users report integration webinar website contract pitch
    rfp tender customer update api platform renewal office downloads"""
)
BEFORE_COMPANIES = vocabulary("at in the a an into near via using on under than within")
